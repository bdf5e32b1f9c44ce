// If three processes wait for each other's locks in a circle, one of them gets EDEADLK. Once it
// unlocks, the others get their locks.
// Covers: fcntl F_SETLKW, EDEADLK
#include "suite/file/locks.h"

namespace {

struct Shared {
  int64_t results[3];
  Event locked[3];
};

// Locks its own byte, waits until all have theirs, asks for the next one's and unlocks all.
void ask(int file, Shared &shared, int own) {
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, own, 1)));
  shared.locked[own].set();
  for (Event &locked : shared.locked)
    locked.wait();
  shared.results[own] = locks::lock(file, F_SETLKW, locks::range(F_WRLCK, (own + 1) % 3, 1)).value;
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  auto &shared = setup::shared<Shared>();
  Child first = setup::fork([&] { ask(file, shared, 0); });
  Child second = setup::fork([&] { ask(file, shared, 1); });
  ask(file, shared, 2);
  report("first child", first.wait());
  report("second child", second.wait());
  int deadlocks = 0, locks = 0;
  for (int64_t result : shared.results) {
    deadlocks += result == -EDEADLK;
    locks += result == 0;
  }
  report("processes that got EDEADLK", deadlocks);
  report("processes that got their lock", locks);
}
