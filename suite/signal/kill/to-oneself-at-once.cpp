// A signal to the own process is delivered before kill returns, each time, and in the calling thread if all other
// threads block it.
// Covers: kill the caller
#include "wali/test.h"

namespace {

int runs;
int64_t handler_tid;
Event finished;

void wait_for_end(void *) { finished.wait(); }

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) {
    ++runs;
    handler_tid = sys::gettid().value;
  });
  setup::block(SIGUSR2);
  Thread thread(wait_for_end);
  setup::unblock(SIGUSR2);
  int late = 0;
  for (int i = 1; i <= 200; ++i) {
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
    late += runs != i;
  }
  finished.set();
  report("gettid", sys::gettid());
  report("gettid in the handler", handler_tid);
  report("runs", runs);
  report("kills that returned before their handler had run", late);
}
