// A signal to a process whose threads all block it goes to the thread that waits in ppoll with a mask that does not
// block it. The wait ends, and the handler runs in that thread.
// Covers: ppoll sigmask, threads
#include "wali/test.h"

namespace {

int runs, handler_tid, over;
Result result;

void wait(void *) {
  const sigset none = 0;
  result = sys::ppoll(nullptr, 0, nullptr, &none, 8);
  __atomic_store_n(&over, 1, __ATOMIC_RELEASE);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) {
    ++runs;
    handler_tid = sys::gettid().pid();
  });
  setup::block(SIGUSR2);
  Thread waiter(wait);
  report("thread", waiter.tid());
  while (__atomic_load_n(&over, __ATOMIC_ACQUIRE) == 0) {
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
    setup::sleep_ms(1);
  }
  waiter.join();
  report("ppoll", result);
  report("runs of the handler", runs);
  report("thread of the handler", handler_tid);
}
