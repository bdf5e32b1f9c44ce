// alarm and ITIMER_REAL are one timer: each returns what the other set, and replaces it.
// Covers: alarm ITIMER_REAL
// Covers: setitimer ITIMER_REAL, alarm
#include "wali/test.h"

void test() {
  const itimerval set = {{7, 0}, {1000, 0}}, stop = {};
  report("setitimer", sys::setitimer(ITIMER_REAL, &set, nullptr));
  report("alarm", sys::alarm(500));
  Guarded<itimerval> old;
  report("setitimer to stop", sys::setitimer(ITIMER_REAL, &stop, &old));
  report("old interval", old->it_interval);
  report("old seconds compared with 501", compared(old->it_value.tv_sec, int64_t{501}));
  report("old seconds compared with 250", compared(old->it_value.tv_sec, int64_t{250}));
  report("alarm that cancels", sys::alarm(0));
}
