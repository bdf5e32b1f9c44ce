// The three timers are set, read and stopped independently of each other.
// Covers: setitimer ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF, old value
#include "wali/test.h"

void test() {
  for (int which : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) {
    const itimerval timer = {{10 + which, 0}, {10000 * (which + 1), 0}};
    itimerval old = {{-1, -1}, {-1, -1}};
    report(label("setitimer of timer ", which), sys::setitimer(which, &timer, &old));
    report("old", old);
  }
  for (int which : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) {
    const itimerval stop = {};
    itimerval old = {};
    report(label("stopping timer ", which), sys::setitimer(which, &stop, &old));
    report("old interval", old.it_interval);
    report("old seconds compared with half of those set", compared(old.it_value.tv_sec, int64_t{5000} * (which + 1)));
    report("compared with a second more than those set",
           compared(old.it_value.tv_sec, int64_t{10000} * (which + 1) + 1));
  }
}
