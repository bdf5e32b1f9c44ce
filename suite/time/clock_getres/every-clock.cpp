// Each clock of clock_getres(2) exists and has a resolution, and number 10 is no clock.
// Covers: clock_getres every clock, EINVAL
#include "wali/test.h"

void test() {
  for (int clock : {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID,
                    CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME, CLOCK_TAI}) {
    timespec resolution = {-1, -1};
    report(label("clock ", clock), sys::clock_getres(clock, &resolution));
    report("seconds", resolution.tv_sec);
    report("nanoseconds compared with none", compared(resolution.tv_nsec, int64_t{0}));
  }
  report("clock 10", sys::clock_getres(10, nullptr));
}
