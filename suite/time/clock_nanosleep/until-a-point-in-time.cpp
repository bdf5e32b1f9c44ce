// With TIMER_ABSTIME a sleep ends at a point in time: at once if that has passed, and not
// earlier if it is 30 ms ahead. No remaining time is stored.
// Covers: clock_nanosleep TIMER_ABSTIME
#include "wali/test.h"

void test() {
  timespec start = setup::now();
  const timespec past = {start.tv_sec - 1, start.tv_nsec};
  Guarded<timespec> remaining;
  report("until a second ago", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &past, &remaining));
  timespec ahead = {start.tv_sec + (start.tv_nsec + 30000000) / 1000000000, (start.tv_nsec + 30000000) % 1000000000};
  report("until 30 ms ahead", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &ahead, &remaining));
  timespec end = setup::now();
  int64_t passed = (end.tv_sec - ahead.tv_sec) * 1000000000 + end.tv_nsec - ahead.tv_nsec;
  report("the clock afterwards compared with that point", compared(passed, int64_t{-1}));
  report_poison("remaining", remaining);
}
