// The monotonic clock does not go back, passes at least the time slept, and has
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
  report("passed against 20 ms", compared(passed, int64_t{19999999}));
  report("passed against a minute", compared(passed, int64_t{60000000000}));
  report("nanoseconds against a second", compared(second->tv_nsec, int64_t{1000000000}));
  report("nanoseconds against -1", compared(second->tv_nsec, int64_t{-1}));
}
