// An interval timer sends SIGALRM again and again until it is stopped. setitimer returns the old
// setting with its interval and the time that is left.
// Covers: setitimer ITIMER_REAL, old value, interval
#include "wali/test.h"

void test() {
  static int ticks;
  setup::on_signal(SIGALRM, [](int) { ++ticks; });
  const itimerval far = {{7, 500000}, {1000, 0}};
  Guarded<itimerval> old;
  report("setitimer", sys::setitimer(ITIMER_REAL, &far, &old));
  report("old", *old);
  report_walls("walls", old);
  setup::sleep_ms(20);
  const itimerval soon = {{0, 5000}, {0, 5000}};
  report("setitimer to 5 ms", sys::setitimer(ITIMER_REAL, &soon, &old));
  report("old interval", old->it_interval);
  report("old seconds compared with those set", compared(old->it_value.tv_sec, far.it_value.tv_sec));
  report("old seconds compared with half of them", compared(old->it_value.tv_sec, int64_t{500}));
  const sigset none = 0;
  while (ticks < 3)
    sys::rt_sigsuspend(&none, sizeof(none));
  const itimerval stop = {};
  report("setitimer to stop", sys::setitimer(ITIMER_REAL, &stop, nullptr));
  report("ticks compared with two", compared(ticks, 2));
  report("setitimer of NULL", sys::setitimer(ITIMER_REAL, nullptr, &old));
}
