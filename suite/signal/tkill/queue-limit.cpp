// At the limit of pending signals tkill refuses to queue a signal that must not be merged. It still sends the others.
// Covers: tkill EAGAIN
#include "wali/test.h"

void test() {
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGRTMIN + 8));
  setup::limit(RLIMIT_SIGPENDING, 0);
  int self = sys::gettid().pid();
  report("signal 40", sys::tkill(self, SIGRTMIN + 8));
  report("SIGUSR2", sys::tkill(self, SIGUSR2));
  sigset pending = 0;
  report("rt_sigpending", sys::rt_sigpending(&pending, 8));
  report("pending", SignalSet{pending});
}
