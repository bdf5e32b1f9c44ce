// fstat refuses a descriptor that is not open, and a structure outside memory. It then writes
// nothing.
// Covers: fstat EBADF, EFAULT
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Guarded<struct stat> status;
  report("-1", sys::fstat(-1, &status));
  report("AT_FDCWD", sys::fstat(AT_FDCWD, &status));
  int closed = setup::open("file", O_RDONLY).release();
  sys::close(closed);
  report("closed", sys::fstat(closed, &status));
  report_poison("structure", status);
  report("structure outside memory", sys::fstat(file, static_cast<struct stat *>(setup::bad_address())));
}
