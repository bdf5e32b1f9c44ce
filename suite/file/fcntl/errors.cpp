// fcntl refuses closed descriptors, unknown commands and bad addresses.
// Covers: fcntl EBADF, EINVAL, EFAULT, unknown command
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  uintptr_t bad = reinterpret_cast<uintptr_t>(setup::bad_address());
  report("fcntl: F_GETFD of -1", sys::fcntl(-1, F_GETFD, 0));
  report("fcntl: F_DUPFD of 1000, not open", sys::fcntl(1000, F_DUPFD, 0));
  report("fcntl: unknown command of 1000, not open", sys::fcntl(1000, 99, 0));
  report("fcntl: command 99", sys::fcntl(file, 99, 0));
  report("fcntl: command -1", sys::fcntl(file, -1, 0));
  report("fcntl: F_GETLK at a bad address", sys::fcntl(file, F_GETLK, bad));
  report("fcntl: F_SETLK at a bad address", sys::fcntl(file, F_SETLK, bad));
  report("fcntl: F_SETLKW at a bad address", sys::fcntl(file, F_SETLKW, bad));
  report("fcntl: F_OFD_GETLK at a bad address", sys::fcntl(file, F_OFD_GETLK, bad));
  report("fcntl: F_OFD_SETLK at a bad address", sys::fcntl(file, F_OFD_SETLK, bad));
  report("fcntl: F_OFD_SETLKW at a bad address", sys::fcntl(file, F_OFD_SETLKW, bad));
  report("fcntl: F_GETOWN_EX at a bad address", sys::fcntl(file, F_GETOWN_EX, bad));
  report("fcntl: F_SETOWN_EX at a bad address", sys::fcntl(file, F_SETOWN_EX, bad));
  report("fcntl: F_GET_RW_HINT at a bad address", sys::fcntl(file, F_GET_RW_HINT, bad));
  report("fcntl: F_SET_RW_HINT at a bad address", sys::fcntl(file, F_SET_RW_HINT, bad));
}
