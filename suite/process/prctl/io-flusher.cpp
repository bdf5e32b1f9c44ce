// Without CAP_SYS_RESOURCE the state of an I/O flusher can be neither set nor read.
// Covers: prctl PR_SET_IO_FLUSHER, PR_GET_IO_FLUSHER, EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  constexpr int set = 57, get = 58; // linux/prctl.h
  report("PR_GET_IO_FLUSHER", sys::prctl(get, 0, 0, 0, 0));
  report("PR_SET_IO_FLUSHER of 1", sys::prctl(set, 1, 0, 0, 0));
}
