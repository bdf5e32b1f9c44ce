// F_SETFD sets and clears FD_CLOEXEC of one descriptor and not of its copy. It ignores other bits.
// Covers: fcntl F_GETFD, F_SETFD, FD_CLOEXEC
#include "wali/test.h"

void test() {
  Fd file = setup::open(".", O_RDONLY), copy = setup::duplicate(file);
  report("at first", sys::fcntl(file, F_GETFD, 0));
  report("F_SETFD", sys::fcntl(file, F_SETFD, FD_CLOEXEC));
  report("flags", sys::fcntl(file, F_GETFD, 0));
  report("flags of the copy", sys::fcntl(copy, F_GETFD, 0));
  report("F_SETFD of all other bits", sys::fcntl(file, F_SETFD, 0xfffffffe));
  report("flags", sys::fcntl(file, F_GETFD, 0));
  report("F_SETFD of all bits", sys::fcntl(file, F_SETFD, 0xffffffff));
  report("flags", sys::fcntl(file, F_GETFD, 0));
  report("F_SETFD of none", sys::fcntl(file, F_SETFD, 0));
  report("flags", sys::fcntl(file, F_GETFD, 0));
}
