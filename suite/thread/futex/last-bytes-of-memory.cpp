// The words and the timeout may end where memory ends. A timeout that leaves memory is
// refused.
// Covers: futex last valid byte, EFAULT
#include "wali/test.h"

void test() {
  int word = 3;
  uint8_t *last = setup::last_bytes(16);
  auto *second = reinterpret_cast<int *>(last + 12);
  __builtin_memset(last, 0, 16);
  report("timeout in the last bytes", sys::futex(&word, FUTEX_WAIT, 3, last, nullptr, 0));
  report("timeout that leaves memory", sys::futex(&word, FUTEX_WAIT, 3, last + 8, nullptr, 0));
  *second = 9;
  const timespec none = {0, 0};
  report("word in the last bytes", sys::futex(second, FUTEX_WAIT, 9, &none, nullptr, 0));
  report("its other value", sys::futex(second, FUTEX_WAIT, 8, &none, nullptr, 0));
  report("second word in the last bytes", sys::futex(&word, FUTEX_CMP_REQUEUE, 1, nullptr, second, 3));
  report("FUTEX_WAKE_OP there", sys::futex(&word, FUTEX_WAKE_OP, 1, nullptr, second, 1 << 28 | 4 << 12));
  report("second word", *second);
}
