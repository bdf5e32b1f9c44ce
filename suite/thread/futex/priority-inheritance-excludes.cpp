// When several threads take a lock again and again, one has it at a time. None of their additions to a number that
// the lock guards is lost.
// Covers: futex FUTEX_LOCK_PI, FUTEX_UNLOCK_PI, several threads
#include "wali/test.h"

namespace {

constexpr int rounds = 300;
int lock, failed;
volatile int number;

void add(void *) {
  for (int i = 0; i < rounds; ++i) {
    const bool locked = sys::futex(&lock, FUTEX_LOCK_PI | FUTEX_PRIVATE_FLAG, 0, nullptr, nullptr, 0).value == 0;
    const int before = number;
    if (i % 10 == 0)
      sys::sched_yield();
    number = before + 1;
    const bool unlocked = sys::futex(&lock, FUTEX_UNLOCK_PI | FUTEX_PRIVATE_FLAG, 0, nullptr, nullptr, 0).value == 0;
    __atomic_fetch_add(&failed, !locked + !unlocked, __ATOMIC_RELAXED);
  }
}

} // namespace

void test() {
  {
    Thread threads[] = {add, add, add, add, add};
  }
  report("number", int{number});
  report("calls that failed", failed);
  report("lock", lock);
}
