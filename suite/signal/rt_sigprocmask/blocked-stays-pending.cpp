// A blocked signal is pending until it is unblocked, and then its handler runs
// before rt_sigprocmask returns.
// Covers: rt_sigprocmask SIG_BLOCK, SIG_UNBLOCK, old set
#include "wali/test.h"

void test() {
  static int runs;
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  const sigset usr1 = signal_bit(SIGUSR2);
  Guarded<sigset> old;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, &usr1, &old, 8));
  report("old mask", SignalSet{*old});
  report_walls("walls", old);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("runs while blocked", runs);
  sigset pending = 0;
  report("rt_sigpending", sys::rt_sigpending(&pending, 8));
  report("pending", SignalSet{pending});
  report("rt_sigprocmask to unblock", sys::rt_sigprocmask(SIG_UNBLOCK, &usr1, &old, 8));
  report("old mask", SignalSet{*old});
  report("runs", runs);
  sys::rt_sigpending(&pending, 8);
  report("pending afterwards", SignalSet{pending});
}
