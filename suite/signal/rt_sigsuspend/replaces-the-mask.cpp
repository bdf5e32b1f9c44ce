// The mask of rt_sigsuspend takes the place of the caller's and is not added to it: a signal that
// waits is taken at once if only the caller's mask has it, and not if only the other has it.
// Covers: rt_sigsuspend mask replaced
#include "wali/test.h"

namespace {

int waiting_runs, kept_out_runs;

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++waiting_runs; });
  setup::on_signal(SIGTERM, [](int) { ++kept_out_runs; });
  setup::on_signal(SIGHUP, [](int) {});
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGTERM));
  for (int signo : {SIGUSR2, SIGTERM})
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  const sigset mask = signal_bit(SIGTERM);
  Result suspended;
  {
    Interrupter interrupter(SIGHUP); // ends the wait if SIGUSR2 does not
    suspended = sys::rt_sigsuspend(&mask, sizeof(mask));
  }
  report("rt_sigsuspend", suspended);
  report("runs for SIGUSR2", waiting_runs);
  report("runs for SIGTERM", kept_out_runs);
  report("pending", setup::pending_signals());
}
