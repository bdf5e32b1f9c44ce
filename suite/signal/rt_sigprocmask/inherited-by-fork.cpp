// A child has its parent's mask and none of its pending signals. It changes only its own mask.
// Covers: rt_sigprocmask fork
// Covers: rt_sigpending fork
// Covers: fork signal mask, pending signals
#include "wali/test.h"

namespace {

struct Seen {
  sigset mask, pending;
};

} // namespace

void test() {
  Seen &seen = setup::shared<Seen>();
  const sigset set = signal_bit(SIGUSR2) | signal_bit(SIGTERM) | signal_bit(48);
  setup::set_mask(set);
  for (int signo : {SIGUSR2, 48})
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  Child child = setup::fork([&] {
    sys::rt_sigpending(&seen.pending, 8);
    const sigset none = 0;
    sys::rt_sigprocmask(SIG_SETMASK, &none, &seen.mask, 8);
    return 6;
  });
  report("child", child.wait());
  report("the child's mask", SignalSet{seen.mask});
  report("the child's pending signals", SignalSet{seen.pending});
  sigset pending = 0, mask = 0;
  report("rt_sigpending", sys::rt_sigpending(&pending, 8));
  report("our pending signals", SignalSet{pending});
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("our mask", SignalSet{mask});
}
