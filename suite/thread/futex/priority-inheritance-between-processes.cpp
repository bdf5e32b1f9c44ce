// A lock in shared memory is one lock for both processes: a child cannot take what its parent
// holds, waits for it, and owns it when it is released.
// Covers: futex FUTEX_LOCK_PI, FUTEX_TRYLOCK_PI, between processes
#include "wali/test.h"

namespace {

struct Shared {
  int word;
  Result tried, locked;
  uint32_t owner;
};

uint32_t value(int &word) { return static_cast<uint32_t>(__atomic_load_n(&word, __ATOMIC_ACQUIRE)); }

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  auto futex = [&](int operation) { return sys::futex(&shared.word, operation, 0, nullptr, nullptr, 0); };
  report("FUTEX_LOCK_PI", futex(FUTEX_LOCK_PI));
  Child child = setup::fork([&] {
    shared.tried = futex(FUTEX_TRYLOCK_PI);
    shared.locked = futex(FUTEX_LOCK_PI);
    shared.owner = value(shared.word) & FUTEX_TID_MASK;
    return static_cast<int>(futex(FUTEX_UNLOCK_PI).value);
  });
  while (!(value(shared.word) & FUTEX_WAITERS))
    sys::sched_yield();
  report("FUTEX_UNLOCK_PI", futex(FUTEX_UNLOCK_PI));
  report("fork", child.pid());
  report("child with its FUTEX_UNLOCK_PI", child.wait());
  report("FUTEX_TRYLOCK_PI in the child", shared.tried);
  report("FUTEX_LOCK_PI in the child", shared.locked);
  report("owner in the child", shared.owner);
  report("word", shared.word);
}
