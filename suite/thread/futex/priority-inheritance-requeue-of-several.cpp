// When the lock is free, FUTEX_CMP_REQUEUE_PI gives it to one waiter, moves as many others as its second count
// allows, and returns how many both are. When the lock is held, it only moves waiters.
// Covers: futex FUTEX_CMP_REQUEUE_PI counts
#include "suite/thread/futex/asleep.h"

namespace {

constexpr int waiters = 4;
int condition = 3, lock, woken;
Event ready[waiters], release;
Result results[waiters];

void wait_for_condition(void *pointer) {
  const int mine = *static_cast<int *>(pointer);
  ready[mine].set();
  results[mine] = sys::futex(&condition, FUTEX_WAIT_REQUEUE_PI, 3, nullptr, &lock, 0);
  __atomic_fetch_add(&woken, 1, __ATOMIC_RELEASE);
  release.wait();
  sys::futex(&lock, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0);
}

Result requeue(size_t move) {
  return sys::futex(&condition, FUTEX_CMP_REQUEUE_PI, 1, reinterpret_cast<void *>(move), &lock, 3);
}

} // namespace

void test() {
  static int mine[waiters] = {0, 1, 2, 3};
  {
    Thread threads[] = {{wait_for_condition, &mine[0]},
                        {wait_for_condition, &mine[1]},
                        {wait_for_condition, &mine[2]},
                        {wait_for_condition, &mine[3]}};
    for (int i = 0; i < waiters; ++i) {
      ready[i].wait();
      await_asleep(threads[i].tid());
    }
    report("one more is to be moved", requeue(1));
    report("all are to be moved", requeue(100));
    report("nobody is left", requeue(100));
    while (__atomic_load_n(&woken, __ATOMIC_ACQUIRE) == 0)
      sys::sched_yield();
    report("threads that have the lock", woken);
    release.set();
  }
  for (Result result : results)
    report("FUTEX_WAIT_REQUEUE_PI", result);
  report("lock", lock);
}
