// futex ignores arguments that an operation does not need, whatever they point to.
// Covers: futex ignored arguments
#include "wali/test.h"

void test() {
  static int word, lock;
  void *bad = setup::bad_address();
  auto *second = static_cast<int *>(bad);
  const timespec none = {0, 0};
  report("FUTEX_WAIT", sys::futex(&word, FUTEX_WAIT, 0, &none, second, 99));
  report("FUTEX_WAIT_BITSET", sys::futex(&word, FUTEX_WAIT_BITSET, 0, &none, second, 1));
  report("FUTEX_WAKE", sys::futex(&word, FUTEX_WAKE, 1, bad, second, 99));
  report("FUTEX_WAKE_BITSET", sys::futex(&word, FUTEX_WAKE_BITSET, 1, bad, second, 1));
  report("FUTEX_LOCK_PI", sys::futex(&lock, FUTEX_LOCK_PI, 99, nullptr, second, 99));
  report("FUTEX_UNLOCK_PI", sys::futex(&lock, FUTEX_UNLOCK_PI, 99, bad, second, 99));
  report("FUTEX_TRYLOCK_PI", sys::futex(&lock, FUTEX_TRYLOCK_PI, 99, bad, second, 99));
  report("FUTEX_UNLOCK_PI", sys::futex(&lock, FUTEX_UNLOCK_PI, 99, bad, second, 99));
}
