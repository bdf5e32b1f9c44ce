// A lock of which only FUTEX_OWNER_DIED is left can be taken, by FUTEX_TRYLOCK_PI and by
// FUTEX_LOCK_PI. The bit stays until it is released.
// Covers: futex FUTEX_TRYLOCK_PI, FUTEX_LOCK_PI, FUTEX_OWNER_DIED
#include "wali/test.h"

namespace {

void take(const char *name, int operation) {
  static int word;
  word = FUTEX_OWNER_DIED;
  report(name, sys::futex(&word, operation, 0, nullptr, nullptr, 0));
  report("word", word);
  report("FUTEX_UNLOCK_PI", sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0));
  report("word", word);
}

} // namespace

void test() {
  report("gettid", sys::gettid());
  take("FUTEX_TRYLOCK_PI", FUTEX_TRYLOCK_PI);
  take("FUTEX_LOCK_PI", FUTEX_LOCK_PI);
}
