// A sleep of a thread with much timer slack does not end before its time.
// Covers: prctl PR_SET_TIMERSLACK, sleep
#include "wali/test.h"

void test() {
  report("PR_SET_TIMERSLACK of 40 ms", sys::prctl(PR_SET_TIMERSLACK, 40000000, 0, 0, 0));
  const timespec before = setup::now(), time = {0, 20000000};
  report("nanosleep", sys::nanosleep(&time, nullptr));
  const timespec after = setup::now();
  const int64_t slept = (after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec;
  report("nanoseconds, compared with 20 ms", compared(slept, int64_t{19999999}));
}
