// The id of a thread other than the first names its process as well. kill finds the process, and the signal goes to
// any thread that does not block it.
// Covers: kill thread id
#include "wali/test.h"

namespace {

Event finished;

void wait_for_end(void *) { finished.wait(); }

} // namespace

void test() {
  static int64_t handler_tid;
  setup::on_signal(SIGUSR2, [](int) { handler_tid = sys::gettid().value; });
  setup::block(SIGUSR2);
  Thread thread(wait_for_end);
  report("kill by the thread's id", sys::kill(thread.tid(), SIGUSR2));
  report("pending", setup::pending_signals());
  setup::unblock(SIGUSR2);
  report("gettid", sys::gettid());
  report("gettid in the handler", handler_tid);
  finished.set();
}
