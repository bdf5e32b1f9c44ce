// clock_gettime gives EFAULT for a bad address whichever the clock is. -1 is no clock: it gives EINVAL, as
// clock_getres does.
// Covers: clock_gettime EFAULT, EINVAL
// Covers: clock_getres EINVAL
#include "wali/test.h"

void test() {
  auto *bad = static_cast<timespec *>(setup::bad_address());
  for (int clock : {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID,
                    CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME, CLOCK_TAI})
    report(label("clock ", clock, " to a bad address"), sys::clock_gettime(clock, bad));
  Guarded<timespec> time;
  report("clock -1", sys::clock_gettime(-1, &time));
  report_poison("time", time);
  report("clock_getres of clock -1", sys::clock_getres(-1, &time));
  report_poison("time", time);
}
