// ioctl refuses closed descriptors, unknown requests and bad addresses, with nothing
// stored.
// Covers: ioctl EBADF, ENOTTY, EFAULT, unknown request
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDWR), path = setup::open("file", O_PATH), null = setup::open("/dev/null", O_RDWR);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  GuardedBytes<256> argument;
  report("ioctl: FIONREAD of -1", sys::ioctl(-1, FIONREAD, &argument));
  report("ioctl: FIONREAD of 1000, not open", sys::ioctl(1000, FIONREAD, &argument));
  report("ioctl: FIONREAD of O_PATH", sys::ioctl(path, FIONREAD, &argument));
  report("ioctl: FIONREAD of /dev/null", sys::ioctl(null, FIONREAD, &argument));
  report("ioctl: unknown request, file", sys::ioctl(file, 0x4711, &argument));
  report("ioctl: unknown request, pipe", sys::ioctl(pipe.read, 0x4711, &argument));
  report("ioctl: unknown request, socket", sys::ioctl(sockets.first, 0x4711, &argument));
  report("ioctl: unknown request with every bit, file", sys::ioctl(file, -1, &argument));
  report_poison("argument", argument);
  report("ioctl: FIONREAD at a bad address", sys::ioctl(pipe.read, FIONREAD, setup::bad_address()));
  report("ioctl: FIONBIO at a bad address", sys::ioctl(pipe.read, FIONBIO, setup::bad_address()));
}
