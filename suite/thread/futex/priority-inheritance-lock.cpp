// FUTEX_LOCK_PI puts the caller's thread id into the word. A second thread waits, and
// owns the lock when it is released.
// Covers: futex FUTEX_LOCK_PI, FUTEX_UNLOCK_PI, FUTEX_TRYLOCK_PI, EAGAIN, EDEADLK, EPERM
#include "wali/test.h"

namespace {

constexpr uint32_t waiters = FUTEX_WAITERS;
int word;
Result locked, unlocked;
uint32_t word_when_locked;
Event release;

uint32_t value() { return static_cast<uint32_t>(__atomic_load_n(&word, __ATOMIC_ACQUIRE)); }
Result futex(int operation) { return sys::futex(&word, operation, 0, nullptr, nullptr, 0); }

void lock(void *) {
  locked = futex(FUTEX_LOCK_PI);
  word_when_locked = value();
  release.wait();
  unlocked = futex(FUTEX_UNLOCK_PI);
}

} // namespace

void test() {
  auto self = static_cast<uint32_t>(sys::gettid().value);
  report("gettid", self);
  report("FUTEX_LOCK_PI", futex(FUTEX_LOCK_PI));
  report("word", value());
  {
    Thread thread(lock);
    while (!(value() & waiters))
      sys::sched_yield();
    report("the thread's id", thread.tid());
    report("word with a waiter", value());
    report("FUTEX_UNLOCK_PI", futex(FUTEX_UNLOCK_PI));
    while ((value() & FUTEX_TID_MASK) == self)
      sys::sched_yield();
    report("FUTEX_TRYLOCK_PI of the other's lock", futex(FUTEX_TRYLOCK_PI));
    report("FUTEX_UNLOCK_PI of the other's lock", futex(FUTEX_UNLOCK_PI));
    release.set();
    thread.join();
    report("FUTEX_LOCK_PI in the thread", locked);
    report("owner in the thread", word_when_locked & FUTEX_TID_MASK);
    report("FUTEX_UNLOCK_PI in the thread", unlocked);
  }
  report("word", value());
  report("FUTEX_TRYLOCK_PI", futex(FUTEX_TRYLOCK_PI));
  report("word", value());
  report("FUTEX_LOCK_PI of our own lock", futex(FUTEX_LOCK_PI));
  report("FUTEX_UNLOCK_PI", futex(FUTEX_UNLOCK_PI));
  report("FUTEX_UNLOCK_PI once more", futex(FUTEX_UNLOCK_PI));
  report("word", value());
}
