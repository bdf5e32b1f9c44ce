// A pending signal that only the call's mask unblocks interrupts ppoll at once;
// afterwards the thread's own mask is in force.
// Covers: ppoll sigmask, EINTR
#include "wali/test.h"

void test() {
  static int runs;
  setup::on_signal(SIGUSR1, [](int) { ++runs; });
  setup::block(SIGUSR1);
  sys::kill(sys::getpid().pid(), SIGUSR1);
  const sigset none = 0;
  report("without a mask", sys::poll(nullptr, 0, 5));
  report("runs", runs);
  report("ppoll", sys::ppoll(nullptr, 0, nullptr, &none, 8));
  report("runs", runs);
  sigset mask = 0;
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8);
  report("mask afterwards", SignalSet{mask});
}
