// A child inherits neither ITIMER_VIRTUAL nor ITIMER_PROF, and stops none of its parent's.
// Covers: fork timers
// Covers: setitimer fork, ITIMER_VIRTUAL, ITIMER_PROF
#include "wali/test.h"

namespace {

void report_stop(const char *name, int which) {
  const itimerval stop = {};
  itimerval old = {{-1, -1}, {-1, -1}};
  report(name, sys::setitimer(which, &stop, &old));
  report("interval", old.it_interval);
  report("seconds left, compared with 500", compared(old.it_value.tv_sec, int64_t{500}));
}

} // namespace

void test() {
  const itimerval long_time = {{7, 0}, {1000, 0}};
  for (int which : {ITIMER_VIRTUAL, ITIMER_PROF})
    setup::require_zero("setitimer", sys::setitimer(which, &long_time, nullptr));
  setup::in_child([] {
    report_stop("ITIMER_VIRTUAL in a child", ITIMER_VIRTUAL);
    report_stop("ITIMER_PROF in a child", ITIMER_PROF);
  });
  report_stop("ITIMER_VIRTUAL", ITIMER_VIRTUAL);
  report_stop("ITIMER_PROF", ITIMER_PROF);
}
