// FUTEX_WAIT_BITSET and FUTEX_WAKE_BITSET refuse a set without a bit, and a wait refuses
// a value that the word does not have.
// Covers: futex FUTEX_WAIT_BITSET, FUTEX_WAKE_BITSET, EINVAL, EAGAIN
#include "wali/test.h"

void test() {
  static int word = 7;
  const timespec past = {0, 0};
  report("FUTEX_WAIT_BITSET, one bit", sys::futex(&word, FUTEX_WAIT_BITSET, 7, &past, nullptr, 1));
  report("FUTEX_WAIT_BITSET, no bit", sys::futex(&word, FUTEX_WAIT_BITSET, 7, &past, nullptr, 0));
  report("FUTEX_WAIT_BITSET, another value", sys::futex(&word, FUTEX_WAIT_BITSET, 8, nullptr, nullptr, -1));
  report("FUTEX_WAKE_BITSET, one bit", sys::futex(&word, FUTEX_WAKE_BITSET, 1, nullptr, nullptr, 1));
  report("FUTEX_WAKE_BITSET, no bit", sys::futex(&word, FUTEX_WAKE_BITSET, 1, nullptr, nullptr, 0));
}
