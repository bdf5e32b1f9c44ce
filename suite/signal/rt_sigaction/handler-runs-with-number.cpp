// A handler that rt_sigaction set runs once, with the signal's number, before kill
// returns. The old action comes back as it was given.
// Covers: rt_sigaction handler, old action
#include "wali/test.h"

void test() {
  static int number, runs;
  k_sigaction action = setup::action([](int signo) { number = signo, ++runs; }, SA_RESTART, signal_bit(SIGTERM));
  Guarded<k_sigaction> old;
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, &old, 8));
  report("first old action", *old);
  report_walls("walls", old);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("number", Signal{number});
  report("runs", runs);
  old.fill();
  k_sigaction ignore = setup::action(SIG_IGN);
  report("rt_sigaction to SIG_IGN", sys::rt_sigaction(SIGUSR2, &ignore, &old, 8));
  report("old action", *old);
  report("handler that was set", uint64_t{action.handler});
  report("old handler", uint64_t{old->handler});
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("runs after SIG_IGN", runs);
  report("rt_sigaction that only asks", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  report("action", *old);
}
