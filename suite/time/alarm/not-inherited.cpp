// A child does not inherit its parent's alarm or ITIMER_REAL, and an alarm that it sets leaves
// the parent's unchanged.
// Covers: alarm fork
// Covers: setitimer fork
// Covers: fork alarm, ITIMER_REAL
#include "wali/test.h"

void test() {
  const itimerval stop = {};
  itimerval old = {{-1, -1}, {-1, -1}};
  report("alarm", sys::alarm(1000));
  setup::in_child([&] {
    report("setitimer of a child", sys::setitimer(ITIMER_REAL, &stop, &old));
    report("old", old);
    report("alarm of a child", sys::alarm(500));
  });
  report("setitimer of the parent", sys::setitimer(ITIMER_REAL, &stop, &old));
  report("old seconds compared with 500", compared(old.it_value.tv_sec, int64_t{500}));
  report("old seconds compared with 1001", compared(old.it_value.tv_sec, int64_t{1001}));
}
