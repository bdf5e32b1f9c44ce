// A thread that waits to be requeued to a lock is moved there by
// FUTEX_CMP_REQUEUE_PI and owns the lock when it is released.
// Covers: futex FUTEX_WAIT_REQUEUE_PI, FUTEX_CMP_REQUEUE_PI
#include "wali/test.h"

namespace {

int condition = 3, lock;
Result result;
int lock_when_woken;

void wait_for_condition(void *) {
  result = sys::futex(&condition, FUTEX_WAIT_REQUEUE_PI, 3, nullptr, &lock, 0);
  lock_when_woken = lock;
  sys::futex(&lock, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0);
}

Result requeue() { return sys::futex(&condition, FUTEX_CMP_REQUEUE_PI, 1, reinterpret_cast<void *>(1), &lock, 3); }

} // namespace

void test() {
  report("gettid", sys::gettid());
  report("FUTEX_LOCK_PI", sys::futex(&lock, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  Thread thread(wait_for_condition);
  Result moved;
  do
    sys::sched_yield();
  while ((moved = requeue()).value == 0);
  report("FUTEX_CMP_REQUEUE_PI", moved);
  report("the thread's id", thread.tid());
  report("lock", static_cast<uint32_t>(lock));
  report("FUTEX_WAKE at the condition", sys::futex(&condition, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("FUTEX_UNLOCK_PI", sys::futex(&lock, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  thread.join();
  report("FUTEX_WAIT_REQUEUE_PI", result);
  report("the lock's owner", lock_when_woken & static_cast<int>(FUTEX_TID_MASK));
  report("lock in the end", lock);
}
