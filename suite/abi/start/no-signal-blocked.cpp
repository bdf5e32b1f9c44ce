// A program starts with no signal blocked and none pending, so that SIGTERM ends it.
// Covers: start signal mask
#include "wali/test.h"

void test() {
  sigset mask = ~sigset{0};
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("blocked", SignalSet{mask});
  report("pending", setup::pending_signals());
  sys::kill(sys::getpid().pid(), SIGTERM);
  report("still here", 1);
}
