// When a process that holds a lock in shared memory ends, a process that waits gets the lock, and
// the word says that the owner died.
// Covers: futex FUTEX_LOCK_PI, FUTEX_OWNER_DIED, between processes
#include "suite/thread/futex/asleep.h"

namespace {

struct Shared {
  int word;
  Event locked;
};

uint32_t value(int &word) { return static_cast<uint32_t>(__atomic_load_n(&word, __ATOMIC_ACQUIRE)); }

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  const int self = sys::gettid().pid();
  Child child = setup::fork([&] {
    sys::futex(&shared.word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
    shared.locked.set();
    while (!(value(shared.word) & FUTEX_WAITERS))
      sys::sched_yield();
    await_asleep(self);
    return 5;
  });
  shared.locked.wait();
  report("fork", child.pid());
  report("owner", value(shared.word) & FUTEX_TID_MASK);
  report("gettid", self);
  report("FUTEX_LOCK_PI", sys::futex(&shared.word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  report("owner died", Hex{value(shared.word) & FUTEX_OWNER_DIED});
  report("owner", value(shared.word) & FUTEX_TID_MASK);
  report("child", child.wait());
  report("FUTEX_UNLOCK_PI", sys::futex(&shared.word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  report("word", shared.word);
}
