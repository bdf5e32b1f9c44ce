// A signal sent to a thread is pending in that thread alone. A signal sent to the
// process is pending in each thread that blocks it.
// Covers: rt_sigpending threads
#include "wali/test.h"

namespace {

sigset in_thread;
Event started, sent;

void look(void *) {
  started.set();
  sent.wait();
  sys::rt_sigpending(&in_thread, 8);
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGHUP) | signal_bit(SIGUSR2) | signal_bit(SIGTERM));
  Thread thread(look);
  started.wait();
  setup::require_zero("tkill", sys::tkill(thread.tid(), SIGHUP));
  setup::require_zero("tkill", sys::tkill(sys::gettid().pid(), SIGUSR2));
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  sent.set();
  thread.join();
  report("pending in the thread", SignalSet{in_thread});
  Guarded<sigset> here;
  report("rt_sigpending", sys::rt_sigpending(&here, 8));
  report("pending here", SignalSet{*here});
  report_walls("walls", here);
}
