// During a handler its signal and the action's mask are blocked besides what was blocked
// before. Afterwards the mask is as before, whatever the handler did to it.
// Covers: rt_sigaction mask
#include "wali/test.h"

namespace {

sigset during;

void handler(int) {
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &during, 8);
  const sigset winch = signal_bit(SIGWINCH);
  sys::rt_sigprocmask(SIG_SETMASK, &winch, nullptr, 8);
}

sigset mask_now() {
  sigset mask = 0;
  setup::require_zero("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  return mask;
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGINT) | signal_bit(40));
  setup::on_signal(SIGUSR2, handler, 0, signal_bit(SIGTERM) | signal_bit(64) | signal_bit(SIGKILL));
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("during the handler", SignalSet{during});
  report("afterwards", SignalSet{mask_now()});
  setup::on_signal(SIGUSR2, handler, SA_NODEFER);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("during the handler with SA_NODEFER", SignalSet{during});
  report("afterwards", SignalSet{mask_now()});
}
