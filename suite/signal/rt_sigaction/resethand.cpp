// SA_RESETHAND makes the action the default again before the handler runs, so that a
// second signal ends the process. The signal is still blocked meanwhile.
// Covers: rt_sigaction SA_RESETHAND
#include "wali/test.h"

namespace {

struct Shared {
  int runs;
  k_sigaction during;
  sigset mask;
};
Shared *shared;

void handler(int) {
  ++shared->runs;
  sys::rt_sigaction(SIGUSR2, nullptr, &shared->during, 8);
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &shared->mask, 8);
}

} // namespace

void test() {
  shared = &setup::shared<Shared>();
  Child child = setup::fork([] {
    setup::on_signal(SIGUSR2, handler, SA_RESETHAND, signal_bit(SIGHUP));
    for (int i = 0; i < 2; ++i)
      sys::kill(sys::getpid().pid(), SIGUSR2);
    return 3;
  });
  report("child", child.wait());
  report("runs", shared->runs);
  report("action during the first", shared->during);
  report("mask during the first", SignalSet{shared->mask});
}
