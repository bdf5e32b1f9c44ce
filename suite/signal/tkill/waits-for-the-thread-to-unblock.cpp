// A signal to a thread that blocks it stays pending there: no other thread takes it, and its
// handler runs when that thread unblocks it.
// Covers: tkill blocked signal
#include "wali/test.h"

namespace {

int runs_before, runs_after, runs;
int64_t handler_tid;
Event blocked_it, sent;

void block_then_unblock(void *) {
  setup::block(SIGUSR2);
  blocked_it.set();
  sent.wait();
  runs_before = runs;
  setup::unblock(SIGUSR2);
  runs_after = runs;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) {
    ++runs;
    handler_tid = sys::gettid().value;
  });
  Thread thread(block_then_unblock);
  blocked_it.wait();
  report("tkill", sys::tkill(thread.tid(), SIGUSR2));
  report("runs while the thread blocks it", runs);
  sent.set();
  thread.join();
  report("runs before it unblocks", runs_before);
  report("runs after", runs_after);
  report("the thread named", thread.tid());
  report("gettid in the handler", handler_tid);
}
