// A signal to a process whose threads all block it waits for the first thread that
// unblocks it. The handler runs there, once.
// Covers: kill threads, blocked signal
#include "wali/test.h"

namespace {

volatile int runs;
int64_t handler_tid;
Event sent;

void handler(int) {
  runs = runs + 1;
  handler_tid = sys::gettid().value;
}

void unblock(void *) {
  sent.wait();
  setup::unblock(SIGUSR2);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  setup::block(SIGUSR2);
  Thread thread(unblock);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("runs while all block it", int{runs});
  sent.set();
  thread.join();
  report("the thread that unblocked it", thread.tid());
  report("gettid in the handler", handler_tid);
  setup::unblock(SIGUSR2);
  report("runs", int{runs});
}
