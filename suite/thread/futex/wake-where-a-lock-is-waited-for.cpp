// Wakes and requeues refuse a word on which another waits for the lock that it is, and wake
// nobody.
// Covers: futex FUTEX_WAKE, FUTEX_WAKE_BITSET, FUTEX_WAKE_OP, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE, EINVAL
#include "suite/thread/futex/asleep.h"

namespace {

int lock, other;
Event ready;
Result locked;

void wait_for_lock(void *) {
  ready.set();
  locked = sys::futex(&lock, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
  sys::futex(&lock, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0);
}

} // namespace

void test() {
  auto *one = reinterpret_cast<void *>(1);
  report("FUTEX_LOCK_PI", sys::futex(&lock, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  Thread thread(wait_for_lock);
  ready.wait();
  while (!(static_cast<uint32_t>(__atomic_load_n(&lock, __ATOMIC_ACQUIRE)) & FUTEX_WAITERS))
    sys::sched_yield();
  await_asleep(thread.tid());
  report("FUTEX_WAKE", sys::futex(&lock, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("FUTEX_WAKE_BITSET", sys::futex(&lock, FUTEX_WAKE_BITSET, 1, nullptr, nullptr, -1));
  report("FUTEX_WAKE_OP", sys::futex(&lock, FUTEX_WAKE_OP, 1, one, &other, 0));
  report("FUTEX_REQUEUE", sys::futex(&lock, FUTEX_REQUEUE, 1, one, &other, 0));
  report("FUTEX_CMP_REQUEUE", sys::futex(&lock, FUTEX_CMP_REQUEUE, 1, one, &other, lock));
  report("FUTEX_UNLOCK_PI", sys::futex(&lock, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  thread.join();
  report("FUTEX_LOCK_PI in the thread", locked);
}
