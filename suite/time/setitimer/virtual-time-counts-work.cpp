// ITIMER_VIRTUAL and ITIMER_PROF count the time that the process works, and
// signal it in a loop that makes no call at all.
// Covers: setitimer ITIMER_VIRTUAL, ITIMER_PROF
#include "wali/test.h"

void test() {
  static volatile int virtual_signals, profile_signals;
  setup::on_signal(SIGVTALRM, [](int) { virtual_signals = virtual_signals + 1; });
  setup::on_signal(SIGPROF, [](int) { profile_signals = profile_signals + 1; });
  const itimerval soon = {{0, 0}, {0, 10000}};
  report("setitimer ITIMER_VIRTUAL", sys::setitimer(ITIMER_VIRTUAL, &soon, nullptr));
  while (virtual_signals == 0) {
  }
  report("SIGVTALRM", virtual_signals);
  report("setitimer ITIMER_PROF", sys::setitimer(ITIMER_PROF, &soon, nullptr));
  while (profile_signals == 0) {
  }
  report("SIGPROF", profile_signals);
}
