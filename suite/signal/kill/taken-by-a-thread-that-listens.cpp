// A signal to the process runs its handler in a thread that does not block it, even while that
// thread waits. It is not pending in a thread that blocks it.
// Covers: kill threads
#include "wali/test.h"

namespace {

Event handled, finished;
int64_t handler_tid;

void handler(int) {
  handler_tid = sys::gettid().value;
  handled.set();
}

void wait_for_end(void *) { finished.wait(); }

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  Thread thread(wait_for_end);
  setup::block(SIGUSR2);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  handled.wait();
  report("the thread that does not block it", thread.tid());
  report("gettid in the handler", handler_tid);
  sigset pending = 0;
  report("rt_sigpending", sys::rt_sigpending(&pending, 8));
  report("pending", SignalSet{pending});
  finished.set();
}
