// Two threads that pass a word to and fro, each waiting until it is its turn, never miss a wake:
// no wait lasts until its time limit.
// Covers: futex no wake lost
#include "wali/test.h"

namespace {

constexpr int rounds = 2000;
int word, timed_out;

void take_turns(void *pointer) {
  const int mine = *static_cast<int *>(pointer);
  const timespec limit = {10, 0};
  for (int turn = mine; turn < rounds; turn += 2) {
    for (int now; (now = __atomic_load_n(&word, __ATOMIC_ACQUIRE)) < turn;)
      if (sys::futex(&word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, now, &limit, nullptr, 0).value == -ETIMEDOUT)
        __atomic_fetch_add(&timed_out, 1, __ATOMIC_RELAXED);
    __atomic_store_n(&word, turn + 1, __ATOMIC_RELEASE);
    sys::futex(&word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, nullptr, nullptr, 0);
  }
}

} // namespace

void test() {
  static int even = 0, odd = 1;
  {
    Thread first(take_turns, &even), second(take_turns, &odd);
  }
  report("turns", word);
  report("waits that timed out", timed_out);
}
