// ppoll refuses times out of range, more entries than there may be descriptors, wrong sizes of
// a mask, and bad addresses.
// Covers: ppoll EINVAL, EFAULT, sigsetsize
#include "wali/test.h"

void test() {
  timespec many = {0, 1000000000}, negative = {-1, 0}, zero = {0, 0};
  const sigset none = 0;
  report("a billion nanoseconds", sys::ppoll(nullptr, 0, &many, nullptr, 0));
  report("negative seconds", sys::ppoll(nullptr, 0, &negative, nullptr, 0));
  report("bad time", sys::ppoll(nullptr, 0, static_cast<timespec *>(setup::bad_address()), nullptr, 0));
  report("mask of 16 bytes", sys::ppoll(nullptr, 0, &zero, &none, 16));
  report("bad mask", sys::ppoll(nullptr, 0, &zero, static_cast<sigset *>(setup::bad_address()), 8));
  report("bad entries", sys::ppoll(static_cast<pollfd *>(setup::bad_address()), 1, &zero, nullptr, 0));
  setup::limit(RLIMIT_NOFILE, 8);
  pollfd entries[9] = {};
  report("more entries than descriptors", sys::ppoll(entries, 9, &zero, nullptr, 0));
  report("no mask, size 16", sys::ppoll(nullptr, 0, &zero, nullptr, 16));
}
