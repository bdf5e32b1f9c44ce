// SIGCONT discards a pending stop, and a stop discards a pending SIGCONT.
// Covers: kill pending SIGTSTP, pending SIGCONT
#include "wali/test.h"

void test() {
  setup::set_mask(signal_bit(SIGTSTP) | signal_bit(SIGTTIN) | signal_bit(SIGCONT) | signal_bit(SIGUSR2));
  auto report_pending = [](const char *name) {
    sigset pending = 0;
    report(name, sys::rt_sigpending(&pending, 8));
    report("pending", SignalSet{pending});
  };
  int self = sys::getpid().pid();
  for (int signo : {SIGTSTP, SIGTTIN, SIGUSR2})
    setup::require_zero("kill", sys::kill(self, signo));
  report_pending("rt_sigpending after stops");
  setup::require_zero("kill", sys::kill(self, SIGCONT));
  report_pending("rt_sigpending after SIGCONT");
  setup::require_zero("kill", sys::kill(self, SIGTSTP));
  report_pending("rt_sigpending after another stop");
}
