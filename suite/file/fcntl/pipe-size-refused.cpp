// Only pipes have a size, and it stays below 2 GiB.
// Covers: fcntl F_GETPIPE_SZ, F_SETPIPE_SZ, EBADF, EINVAL, size of what is no pipe
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  SocketPair sockets = setup::socketpair();
  Pipe pipe = setup::pipe();
  report("size", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
  report("F_GETPIPE_SZ: file", sys::fcntl(file, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ: file", sys::fcntl(file, F_SETPIPE_SZ, 4096));
  report("F_GETPIPE_SZ: socket", sys::fcntl(sockets.first, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ: more than 2 GiB", sys::fcntl(pipe.write, F_SETPIPE_SZ, 0x80000001));
  report("size", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
}
