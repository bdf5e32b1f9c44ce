// FIONREAD gives in four bytes how much there is to read from a pipe, a socket and the rest of a
// file.
// Covers: ioctl FIONREAD, FIONREAD by kind of descriptor
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  Guarded<int32_t> count;
  report("empty pipe", sys::ioctl(pipe.read, FIONREAD, &count));
  report("count", *count);
  report_walls("walls", count);
  static char block[70000];
  setup::write_all(pipe.write, {block, 60001});
  report("pipe", sys::ioctl(pipe.read, FIONREAD, &count));
  report("count", *count);
  report_walls("walls", count);
  setup::write_all(sockets.first, "socket");
  report("socket", sys::ioctl(sockets.second, FIONREAD, &count));
  report("count", *count);
  report("socket that wrote", sys::ioctl(sockets.first, FIONREAD, &count));
  report("count", *count);
  setup::seek(file, 3);
  report("file", sys::ioctl(file, FIONREAD, &count));
  report("count", *count);
  setup::seek(file, 15);
  report("file, behind its end", sys::ioctl(file, FIONREAD, &count));
  report("count", *count);
}
