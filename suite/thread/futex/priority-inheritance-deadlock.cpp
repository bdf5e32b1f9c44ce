// A deadlock over two locks is noticed: the thread that would close the circle gets EDEADLK, and
// the other waits on.
// Covers: futex FUTEX_LOCK_PI, EDEADLK
#include "suite/thread/futex/asleep.h"

namespace {

int ours, others;
Event ready;
Result locked[2];

Result futex(int &word, int operation) { return sys::futex(&word, operation, 0, nullptr, nullptr, 0); }

void lock_others_and_wait_for_ours(void *) {
  locked[0] = futex(others, FUTEX_LOCK_PI);
  ready.set();
  locked[1] = futex(ours, FUTEX_LOCK_PI);
  futex(ours, FUTEX_UNLOCK_PI);
  futex(others, FUTEX_UNLOCK_PI);
}

} // namespace

void test() {
  report("FUTEX_LOCK_PI of our lock", futex(ours, FUTEX_LOCK_PI));
  Thread thread(lock_others_and_wait_for_ours);
  ready.wait();
  while (!(static_cast<uint32_t>(__atomic_load_n(&ours, __ATOMIC_ACQUIRE)) & FUTEX_WAITERS))
    sys::sched_yield();
  await_asleep(thread.tid());
  report("FUTEX_LOCK_PI of the other's lock", futex(others, FUTEX_LOCK_PI));
  report("FUTEX_UNLOCK_PI of our lock", futex(ours, FUTEX_UNLOCK_PI));
  thread.join();
  report("in the thread, FUTEX_LOCK_PI of its lock", locked[0]);
  report("in the thread, FUTEX_LOCK_PI of ours", locked[1]);
}
