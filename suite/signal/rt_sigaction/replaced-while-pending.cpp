// A pending signal is delivered to the handler that is set then, and not to the one that was set
// when it was sent.
// Covers: rt_sigaction pending signal
#include "wali/test.h"

void test() {
  static int former_runs, latter_runs;
  setup::block(SIGUSR2);
  setup::on_signal(SIGUSR2, [](int) { ++former_runs; });
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  const k_sigaction latter =
      setup::action([](int, siginfo *info, void *) { latter_runs += info->si_signo; }, SA_SIGINFO);
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, &latter, nullptr, 8));
  report("pending", setup::pending_signals());
  setup::unblock(SIGUSR2);
  report("runs of the former handler", former_runs);
  report("numbers that the latter was given, together", latter_runs);
}
