// An action set in one thread is every thread's: the handler runs wherever the
// signal goes.
// Covers: rt_sigaction shared by threads
#include "wali/test.h"

namespace {

int64_t handler_tid;
Event set, raised;

void handler(int) { handler_tid = sys::gettid().value; }

void set_then_raise(void *) {
  setup::on_signal(SIGUSR2, handler);
  set.set();
  raised.wait();
  sys::tkill(sys::gettid().pid(), SIGUSR2);
}

} // namespace

void test() {
  Thread thread(set_then_raise);
  set.wait();
  sys::tkill(sys::gettid().pid(), SIGUSR2);
  report("handler's thread against the main one", compared(handler_tid, sys::gettid().value));
  raised.set();
  thread.join();
  report("handler's thread against the other", compared(handler_tid, int64_t{thread.tid()}));
  k_sigaction action = {};
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &action, 8));
  report("action", action);
}
