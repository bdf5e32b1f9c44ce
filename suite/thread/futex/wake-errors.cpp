// FUTEX_WAKE refuses an address that is not aligned for a word, or that lies outside memory.
// Covers: futex FUTEX_WAKE, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  alignas(8) static int words[2];
  auto *odd = reinterpret_cast<int *>(reinterpret_cast<char *>(words) + 2);
  auto *bad = static_cast<int *>(setup::bad_address());
  report("word without a waiter", sys::futex(words, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("odd address", sys::futex(odd, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("odd address, private", sys::futex(odd, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, nullptr, nullptr, 0));
  report("bad address", sys::futex(bad, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("bad address, private", sys::futex(bad, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, nullptr, nullptr, 0));
}
