// A lock that a thread took by writing its id into the word is held: another waits for it, and
// gets it by FUTEX_UNLOCK_PI. It is free once its owner has written 0.
// Covers: futex FUTEX_LOCK_PI, FUTEX_UNLOCK_PI, lock without a call
#include "wali/test.h"

namespace {

int word;
Result locked;
uint32_t while_locked;

void lock(void *) {
  locked = sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
  while_locked = static_cast<uint32_t>(__atomic_exchange_n(&word, 0, __ATOMIC_ACQ_REL));
}

} // namespace

void test() {
  const int self = sys::gettid().pid();
  report("gettid", self);
  __atomic_store_n(&word, self, __ATOMIC_RELEASE);
  Thread thread(lock);
  while (!(static_cast<uint32_t>(__atomic_load_n(&word, __ATOMIC_ACQUIRE)) & FUTEX_WAITERS))
    sys::sched_yield();
  report("word with a waiter", static_cast<uint32_t>(word));
  report("FUTEX_UNLOCK_PI", sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  thread.join();
  report("the thread's id", thread.tid());
  report("FUTEX_LOCK_PI in the thread", locked);
  report("owner in the thread", while_locked & FUTEX_TID_MASK);
  report("FUTEX_TRYLOCK_PI", sys::futex(&word, FUTEX_TRYLOCK_PI, 0, nullptr, nullptr, 0));
  report("word", word);
}
