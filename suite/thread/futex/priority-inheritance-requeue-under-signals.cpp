// A handler without SA_RESTART runs while FUTEX_WAIT_REQUEUE_PI waits, but does not end it: the
// call goes on until the waiter is moved to the lock and has it.
// Covers: futex FUTEX_WAIT_REQUEUE_PI, signals
#include "wali/test.h"

namespace {

int condition, lock;
Event handled;
Result moved;

void requeue_when_handled(void *) {
  handled.wait();
  do
    moved = sys::futex(&condition, FUTEX_CMP_REQUEUE_PI, 1, nullptr, &lock, 0);
  while (moved.value == 0);
}

} // namespace

void test() {
  setup::block(SIGUSR2);
  Thread thread(requeue_when_handled);
  setup::unblock(SIGUSR2);
  report_under_signals(
      "FUTEX_WAIT_REQUEUE_PI", 0, [] { handled.set(); },
      [] { return sys::futex(&condition, FUTEX_WAIT_REQUEUE_PI, 0, nullptr, &lock, 0); });
  thread.join();
  report("FUTEX_CMP_REQUEUE_PI", moved);
  report("gettid", sys::gettid());
  report("owner", lock & static_cast<int>(FUTEX_TID_MASK));
}
