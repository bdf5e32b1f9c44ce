// gettimeofday lies between two readings of CLOCK_REALTIME, with microseconds;
// the time zone's 8 bytes are written where they are asked for, and both
// pointers may be NULL.
// Covers: gettimeofday value, NULL, timezone, EFAULT
#include "wali/test.h"

void test() {
  Guarded<timeval> time;
  Guarded<struct timezone> zone;
  timespec before = setup::now(CLOCK_REALTIME);
  report("gettimeofday", sys::gettimeofday(&time, &zone));
  timespec after = setup::now(CLOCK_REALTIME);
  int64_t then = time->tv_sec * 1000000 + time->tv_usec;
  report("against the clock before", compared(then, before.tv_sec * 1000000 + before.tv_nsec / 1000 - 1));
  report("against the clock after", compared(then, after.tv_sec * 1000000 + after.tv_nsec / 1000 + 1));
  report("microseconds against a second", compared(time->tv_usec, int64_t{1000000}));
  report_walls("walls of the time", time);
  report("tz_dsttime", zone->tz_dsttime);
  report_walls("walls of the zone", zone);
  report("gettimeofday of nothing", sys::gettimeofday(nullptr, nullptr));
  report("gettimeofday to a bad address", sys::gettimeofday(static_cast<timeval *>(setup::bad_address()), nullptr));
}
