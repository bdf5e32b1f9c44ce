// ITIMER_VIRTUAL and ITIMER_PROF with an interval send their signal again and again while the
// process computes.
// Covers: setitimer ITIMER_VIRTUAL, ITIMER_PROF, interval
#include "wali/test.h"

static volatile int virtual_signals, profile_signals;

// Works until there are three of `signals`, at most for a count that takes many seconds.
void work(volatile int &signals) {
  for (uint64_t left = 20000000000; signals < 3 && left > 0; --left) {
  }
}

void test() {
  setup::on_signal(SIGVTALRM, [](int) { virtual_signals = virtual_signals + 1; });
  setup::on_signal(SIGPROF, [](int) { profile_signals = profile_signals + 1; });
  const itimerval often = {{0, 10000}, {0, 10000}}, stop = {};
  report("setitimer ITIMER_VIRTUAL", sys::setitimer(ITIMER_VIRTUAL, &often, nullptr));
  work(virtual_signals);
  report("setitimer to stop", sys::setitimer(ITIMER_VIRTUAL, &stop, nullptr));
  report("SIGVTALRM compared with two", compared(virtual_signals, 2));
  report("setitimer ITIMER_PROF", sys::setitimer(ITIMER_PROF, &often, nullptr));
  work(profile_signals);
  report("setitimer to stop", sys::setitimer(ITIMER_PROF, &stop, nullptr));
  report("SIGPROF compared with two", compared(profile_signals, 2));
}
