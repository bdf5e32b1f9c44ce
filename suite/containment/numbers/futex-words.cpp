// Futex operations on a word outside memory fail with EFAULT, and change no other word.
// Covers: numbers futex
// Covers: futex EFAULT, FUTEX_WAKE_OP, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE
#include "wali/test.h"

void test() {
  int word = 0;
  int *bad = static_cast<int *>(setup::bad_address());
  report("FUTEX_WAKE_OP", sys::futex(&word, FUTEX_WAKE_OP, 1, nullptr, bad, 0));
  report("FUTEX_WAKE_OP of a private word", sys::futex(&word, FUTEX_WAKE_OP | FUTEX_PRIVATE_FLAG, 1, nullptr, bad, 0));
  report("FUTEX_REQUEUE", sys::futex(&word, FUTEX_REQUEUE, 1, nullptr, bad, 0));
  report("FUTEX_CMP_REQUEUE from it", sys::futex(bad, FUTEX_CMP_REQUEUE, 1, nullptr, &word, 0));
  report("FUTEX_WAIT_BITSET", sys::futex(bad, FUTEX_WAIT_BITSET, 0, nullptr, nullptr, 1));
  report("FUTEX_WAKE", sys::futex(bad, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("word", word);
}
