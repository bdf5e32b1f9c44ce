// The new action and the old one may be the same structure: the new is read before the old is
// stored.
// Covers: rt_sigaction action and old action in one place
#include "wali/test.h"

void test() {
  static int runs;
  k_sigaction action = setup::action([](int) { ++runs; }, SA_NODEFER, signal_bit(SIGHUP));
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, &action, 8));
  report("old action", action);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("runs", runs);
  report("rt_sigaction, asked", sys::rt_sigaction(SIGUSR2, nullptr, &action, 8));
  report("action", action);
}
