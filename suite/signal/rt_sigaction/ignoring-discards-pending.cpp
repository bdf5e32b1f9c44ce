// An action that ignores a signal discards it if it is pending. A blocked signal that is sent
// while it is ignored is kept for a handler that is set later.
// Covers: rt_sigaction SIG_IGN, SIG_DFL, pending signals
#include "wali/test.h"

namespace {

int runs;

void handler(int) { ++runs; }

sigset pending() {
  sigset set = 0;
  setup::require_zero("rt_sigpending", sys::rt_sigpending(&set, 8));
  return set;
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGWINCH) | signal_bit(44));
  for (int signo : {SIGUSR2, SIGWINCH, 44}) {
    setup::on_signal(signo, handler);
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  }
  report("pending", SignalSet{pending()});
  setup::set_disposition(SIGUSR2, SIG_IGN);
  report("pending after SIG_IGN for SIGUSR2", SignalSet{pending()});
  setup::set_disposition(SIGWINCH, SIG_DFL);
  report("pending after SIG_DFL for SIGWINCH", SignalSet{pending()});
  setup::set_disposition(44, SIG_DFL);
  report("pending after SIG_DFL for SIG44", SignalSet{pending()});
  setup::set_disposition(44, SIG_IGN);
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("pending, sent while ignored", SignalSet{pending()});
  setup::on_signal(SIGUSR2, handler);
  setup::set_mask(0);
  report("runs", runs);
}
