// The time and the zone may end where memory ends. If one reaches beyond, the result is EFAULT.
// Covers: gettimeofday last valid byte, EFAULT
#include "wali/test.h"

void test() {
  const int64_t begin = setup::now(CLOCK_REALTIME).tv_sec;
  auto *time = reinterpret_cast<timeval *>(setup::last_bytes(sizeof(timeval)));
  time->tv_sec = time->tv_usec = -1;
  report("time up to the last byte", sys::gettimeofday(time, nullptr));
  report("seconds compared with the clock before, less one", compared(time->tv_sec, begin - 1));
  report("microseconds compared with -1", compared(time->tv_usec, int64_t{-1}));
  auto *zone = reinterpret_cast<struct timezone *>(setup::last_bytes(sizeof(struct timezone)));
  zone->tz_dsttime = -1;
  report("zone up to the last byte", sys::gettimeofday(nullptr, zone));
  report("tz_dsttime", zone->tz_dsttime);
  auto *time_across = reinterpret_cast<timeval *>(setup::last_bytes(sizeof(timeval) - 8));
  auto *zone_across = reinterpret_cast<struct timezone *>(setup::last_bytes(sizeof(struct timezone) - 4));
  report("time across the end", sys::gettimeofday(time_across, nullptr));
  report("zone across the end", sys::gettimeofday(nullptr, zone_across));
  report("time outside memory", sys::gettimeofday(static_cast<timeval *>(setup::bad_address()), nullptr));
  report("zone outside memory", sys::gettimeofday(nullptr, static_cast<struct timezone *>(setup::bad_address())));
}
