// A new thread has none of its creator's pending signals, but those that are pending for the
// process.
// Covers: rt_sigpending new thread
#include "wali/test.h"

namespace {

SignalSet in_thread;

void look(void *) { in_thread = setup::pending_signals(); }

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(SIGTERM) | signal_bit(50));
  for (int signo : {SIGUSR2, 50})
    setup::require_zero("tkill", sys::tkill(sys::gettid().pid(), signo));
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  Thread(look).join();
  sigset pending = 0;
  report("in the thread", in_thread);
  report("rt_sigpending", sys::rt_sigpending(&pending, 8));
  report("in its creator", SignalSet{pending});
}
