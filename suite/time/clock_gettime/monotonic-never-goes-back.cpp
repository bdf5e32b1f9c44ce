// CLOCK_MONOTONIC does not go back, goes on by at least the time slept, and gives
// nanoseconds below a second.
// Covers: clock_gettime CLOCK_MONOTONIC, layout
#include "wali/test.h"

void test() {
  Guarded<timespec> first, second;
  report("clock_gettime", sys::clock_gettime(CLOCK_MONOTONIC, &first));
  report_walls("walls", first);
  setup::sleep_ms(20);
  report("clock_gettime again", sys::clock_gettime(CLOCK_MONOTONIC, &second));
  int64_t passed = (second->tv_sec - first->tv_sec) * 1000000000 + second->tv_nsec - first->tv_nsec;
  report("passed compared with 20 ms", compared(passed, int64_t{19999999}));
  report("passed compared with an hour", compared(passed, int64_t{3600000000000}));
  report("nanoseconds compared with a second", compared(second->tv_nsec, int64_t{1000000000}));
  report("nanoseconds compared with -1", compared(second->tv_nsec, int64_t{-1}));
}
