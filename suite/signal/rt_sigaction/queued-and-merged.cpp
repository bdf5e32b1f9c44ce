// A blocked signal below 32 is kept once, however often it is sent. A higher one is kept
// as often as it was sent.
// Covers: rt_sigaction queued signals
#include "wali/test.h"

void test() {
  static int runs[NSIG + 1];
  for (int signo : {SIGUSR2, SIGIO, SIGSYS, 32, 33, 34, 64}) {
    setup::on_signal(signo, [](int number) { ++runs[number]; });
    setup::block(signo);
    for (int i = 0; i < 5; ++i)
      setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
    setup::unblock(signo);
    report(label(Signal{signo}, ", runs"), runs[signo]);
  }
}
