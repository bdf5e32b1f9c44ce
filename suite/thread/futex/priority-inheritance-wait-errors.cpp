// FUTEX_WAIT_REQUEUE_PI refuses to wait for a requeue to the same word, and on a word that has
// another value.
// Covers: futex EINVAL, EAGAIN, FUTEX_WAIT_REQUEUE_PI
#include "wali/test.h"

void test() {
  static int word, other;
  auto wait = [](int expected, int *to) { return sys::futex(&word, FUTEX_WAIT_REQUEUE_PI, expected, nullptr, to, 0); };
  report("to itself", wait(0, &word));
  report("a word with another value", wait(5, &other));
}
