// An action that one thread sets applies to every thread: the handler runs in whichever thread
// gets the signal.
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
  report("the main thread", sys::gettid());
  report("gettid in its handler", handler_tid);
  raised.set();
  thread.join();
  report("the other thread", thread.tid());
  report("gettid in its handler", handler_tid);
  k_sigaction action = {};
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &action, 8));
  report("action", action);
}
