// A pending signal that the mask of ppoll does not block interrupts it at once. Another one,
// which the mask blocks, is not handled. Afterwards the thread has its own mask again.
// Covers: ppoll sigmask, EINTR
#include "wali/test.h"

void test() {
  static int runs, others;
  setup::on_signal(SIGHUP, [](int) { ++runs; });
  setup::on_signal(SIGUSR2, [](int) { ++others; });
  for (int signo : {SIGHUP, SIGUSR2}) {
    setup::block(signo);
    sys::kill(sys::getpid().pid(), signo);
  }
  const sigset usr2 = signal_bit(SIGUSR2);
  report("without a mask", sys::poll(nullptr, 0, 5));
  report("runs", runs);
  report("ppoll", sys::ppoll(nullptr, 0, nullptr, &usr2, 8));
  report("runs", runs);
  report("runs of the other", others);
  sigset mask = 0;
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8);
  report("mask afterwards", SignalSet{mask});
}
