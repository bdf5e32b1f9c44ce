// When the thread that owns a lock exits without releasing it, one who waits
// gets it, and the word says that its owner died.
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
  setup::start_thread(lock_and_exit, nullptr);
  locked.wait();
  report("FUTEX_LOCK_PI", sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  auto value = static_cast<uint32_t>(word);
  report("owner died", Hex{value & FUTEX_OWNER_DIED});
  report("owner against our id", compared(value & FUTEX_TID_MASK, static_cast<uint32_t>(sys::gettid().value)));
  report("FUTEX_UNLOCK_PI", sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  report("word", word);
}
