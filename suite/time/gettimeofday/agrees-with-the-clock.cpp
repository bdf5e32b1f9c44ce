// gettimeofday gives a time between two readings of CLOCK_REALTIME, with microseconds, and the 8 bytes of the time
// zone. Either pointer may be NULL.
// Covers: gettimeofday value, NULL, timezone, EFAULT
#include "wali/test.h"

void test() {
  Guarded<timeval> time;
  Guarded<struct timezone> zone;
  timespec before = setup::now(CLOCK_REALTIME);
  report("gettimeofday", sys::gettimeofday(&time, &zone));
  timespec after = setup::now(CLOCK_REALTIME);
  int64_t then = time->tv_sec * 1000000 + time->tv_usec;
  report("compared with the clock before", compared(then, before.tv_sec * 1000000 + before.tv_nsec / 1000 - 1));
  report("compared with the clock after", compared(then, after.tv_sec * 1000000 + after.tv_nsec / 1000 + 1));
  report("microseconds compared with a second", compared(time->tv_usec, int64_t{1000000}));
  report_walls("walls of the time", time);
  report("tz_minuteswest", zone->tz_minuteswest);
  report("tz_dsttime", zone->tz_dsttime);
  report_walls("walls of the zone", zone);
  *zone = {};
  report("gettimeofday of the zone alone", sys::gettimeofday(nullptr, &zone));
  report("tz_minuteswest", zone->tz_minuteswest);
  report("gettimeofday of nothing", sys::gettimeofday(nullptr, nullptr));
  report("gettimeofday to a bad address", sys::gettimeofday(static_cast<timeval *>(setup::bad_address()), nullptr));
}
