// A signal to a process whose threads all block it waits for the first that lets
// it in; the handler runs there, once.
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
  report("handler's thread against the one that unblocked", compared(handler_tid, int64_t{thread.tid()}));
  setup::unblock(SIGUSR2);
  report("runs", int{runs});
}
