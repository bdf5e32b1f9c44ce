// The monotonic clock resolves nanoseconds (every x86-64 kernel has precise timers),
// the coarse clock is coarser; NULL only asks whether the clock exists.
// Covers: clock_getres value, NULL, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  Guarded<timespec> fine, coarse;
  report("clock_getres", sys::clock_getres(CLOCK_MONOTONIC, &fine));
  report("resolution", *fine);
  report_walls("walls", fine);
  report("clock_getres of the coarse clock", sys::clock_getres(CLOCK_MONOTONIC_COARSE, &coarse));
  report("coarse against fine", compared(coarse->tv_nsec, fine->tv_nsec));
  report("clock_getres to NULL", sys::clock_getres(CLOCK_REALTIME, nullptr));
  coarse.fill();
  report("clock_getres of clock 77", sys::clock_getres(77, &coarse));
  report_poison("resolution of clock 77", coarse);
  report("clock_getres of clock 77 to NULL", sys::clock_getres(77, nullptr));
  report("clock_getres to a bad address",
         sys::clock_getres(CLOCK_REALTIME, static_cast<timespec *>(setup::bad_address())));
}
