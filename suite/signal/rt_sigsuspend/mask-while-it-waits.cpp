// The given mask applies until a handler has run: the handler sees it, and the caller has its
// own mask afterwards.
// Covers: rt_sigsuspend EINTR, mask restored
#include "wali/test.h"

namespace {

sigset during;
int runs;

void handler(int) {
  if (++runs == 100) // nothing ends the wait
    leave(100);
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &during, 8);
}

sigset mask_now() {
  sigset mask = 0;
  setup::require_zero("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  return mask;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler, SA_RESTART, signal_bit(SIGALRM));
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGHUP) | signal_bit(45));
  Interrupter interrupter(SIGUSR2);
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  const sigset mask = signal_bit(SIGTERM) | signal_bit(SIGKILL) | signal_bit(61);
  report("rt_sigsuspend with a signal pending", sys::rt_sigsuspend(&mask, 8));
  report("runs", runs);
  report("mask during the handler", SignalSet{during});
  report("mask afterwards", SignalSet{mask_now()});
  report("rt_sigsuspend with a signal to come", sys::rt_sigsuspend(&mask, 8));
  report("runs", runs);
  report("mask during the handler", SignalSet{during});
  report("mask afterwards", SignalSet{mask_now()});
}
