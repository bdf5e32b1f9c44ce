// ITIMER_VIRTUAL and ITIMER_PROF count the processor time of the process: they stand
// still while it sleeps, and send their signal in a loop that makes no call.
// Covers: setitimer ITIMER_VIRTUAL, ITIMER_PROF
#include "wali/test.h"

static volatile int virtual_signals, profile_signals;

// Works until `signals` is no longer 0, at most for a count that takes many seconds.
void work(volatile int &signals) {
  for (uint64_t left = 20000000000; signals == 0 && left > 0; --left) {
  }
}

void test() {
  setup::on_signal(SIGVTALRM, [](int) { virtual_signals = virtual_signals + 1; });
  setup::on_signal(SIGPROF, [](int) { profile_signals = profile_signals + 1; });
  const itimerval soon = {{0, 0}, {0, 100000}};
  report("setitimer ITIMER_VIRTUAL", sys::setitimer(ITIMER_VIRTUAL, &soon, nullptr));
  setup::sleep_ms(300);
  report("SIGVTALRM after a sleep", virtual_signals);
  work(virtual_signals);
  report("SIGVTALRM after work", virtual_signals);
  report("setitimer ITIMER_PROF", sys::setitimer(ITIMER_PROF, &soon, nullptr));
  setup::sleep_ms(300);
  report("SIGPROF after a sleep", profile_signals);
  work(profile_signals);
  report("SIGPROF after work", profile_signals);
}
