// clock_getres gives CLOCK_MONOTONIC a resolution above 0 and far below a second, and its coarse clock one that is
// not finer. With NULL it only says whether the clock exists.
// Covers: clock_getres value, NULL, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  Guarded<timespec> fine, coarse;
  report("clock_getres", sys::clock_getres(CLOCK_MONOTONIC, &fine));
  report("seconds", fine->tv_sec);
  report("nanoseconds compared with 0", compared(fine->tv_nsec, int64_t{0}));
  report("nanoseconds compared with 20 ms", compared(fine->tv_nsec, int64_t{20000000}));
  report_walls("walls", fine);
  report("clock_getres of the coarse clock", sys::clock_getres(CLOCK_MONOTONIC_COARSE, &coarse));
  report("seconds of the coarse clock", coarse->tv_sec);
  report("coarse nanoseconds compared with fine less 1", compared(coarse->tv_nsec, fine->tv_nsec - 1));
  report("clock_getres to NULL", sys::clock_getres(CLOCK_REALTIME, nullptr));
  coarse.fill();
  report("clock_getres of clock 77", sys::clock_getres(77, &coarse));
  report_poison("resolution of clock 77", coarse);
  report("clock_getres of clock 77 to NULL", sys::clock_getres(77, nullptr));
  report("clock_getres to a bad address",
         sys::clock_getres(CLOCK_REALTIME, static_cast<timespec *>(setup::bad_address())));
}
