// The method of process timing is the statistical one, and no other can be set.
// Covers: prctl PR_GET_TIMING, PR_SET_TIMING, EINVAL
#include "wali/test.h"

void test() {
  constexpr uint64_t statistical = 0, timestamp = 1; // linux/prctl.h
  report("PR_GET_TIMING", sys::prctl(PR_GET_TIMING, 0, 0, 0, 0));
  report("PR_SET_TIMING, statistical", sys::prctl(PR_SET_TIMING, statistical, 0, 0, 0));
  report("PR_SET_TIMING, timestamp", sys::prctl(PR_SET_TIMING, timestamp, 0, 0, 0));
  report("PR_GET_TIMING", sys::prctl(PR_GET_TIMING, 0, 0, 0, 0));
}
