// When the thread that owns a lock exits without releasing it, a thread that waits
// gets the lock, and the word says that the owner died.
// Covers: futex FUTEX_LOCK_PI, FUTEX_OWNER_DIED
#include "wali/test.h"

namespace {

int word;
Event locked;

void lock_and_exit(void *) {
  sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
  locked.set();
  while (!(static_cast<uint32_t>(__atomic_load_n(&word, __ATOMIC_ACQUIRE)) & FUTEX_WAITERS))
    sys::sched_yield();
  setup::sleep_ms(1);
  sys::exit(0);
}

} // namespace

void test() {
  report("gettid", sys::gettid());
  setup::start_thread(lock_and_exit, nullptr);
  locked.wait();
  report("FUTEX_LOCK_PI", sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  auto value = static_cast<uint32_t>(word);
  report("owner died", Hex{value & FUTEX_OWNER_DIED});
  report("owner", value & FUTEX_TID_MASK);
  report("FUTEX_UNLOCK_PI", sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  report("word", word);
}
