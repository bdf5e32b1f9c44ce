// sched_yield returns 0, and threads that yield while they wait for their turn all make
// progress.
// Covers: sched_yield result
#include "wali/test.h"

namespace {

constexpr int threads = 3, rounds = 40;
int turn, refused;

void take_turns(void *pointer) {
  int mine = *static_cast<int *>(pointer);
  for (int i = 0; i < rounds; ++i) {
    while (__atomic_load_n(&turn, __ATOMIC_ACQUIRE) % threads != mine)
      if (sys::sched_yield().value != 0)
        __atomic_fetch_add(&refused, 1, __ATOMIC_RELAXED);
    __atomic_fetch_add(&turn, 1, __ATOMIC_RELEASE);
  }
}

} // namespace

void test() {
  static int mine[threads] = {0, 1, 2};
  report("sched_yield", sys::sched_yield());
  {
    Thread first(take_turns, &mine[0]), second(take_turns, &mine[1]), third(take_turns, &mine[2]);
  }
  report("turns", turn);
  report("sched_yield that did not return 0", refused);
}
