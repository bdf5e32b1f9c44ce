// setitimer refuses a timer that does not exist, times out of range and bad addresses, and
// leaves the timer unchanged.
// Covers: setitimer EINVAL, EFAULT
#include "wali/test.h"

void test() {
  const itimerval set = {{0, 0}, {1000, 0}}, many = {{0, 0}, {0, 1000000}}, negative = {{0, 0}, {-1, 0}};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &set, nullptr));
  Guarded<itimerval> old;
  report("timer 3", sys::setitimer(3, &set, &old));
  report("a million microseconds", sys::setitimer(ITIMER_REAL, &many, &old));
  report("negative seconds", sys::setitimer(ITIMER_REAL, &negative, &old));
  report_poison("old", old);
  report("bad new value", sys::setitimer(ITIMER_REAL, static_cast<itimerval *>(setup::bad_address()), nullptr));
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &set, &old));
  report("seconds left compared with 900", compared(old->it_value.tv_sec, int64_t{900}));
  report("bad old value", sys::setitimer(ITIMER_REAL, &set, static_cast<itimerval *>(setup::bad_address())));
}
