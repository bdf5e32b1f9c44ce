// FUTEX_WAKE_OP refuses a second word outside memory and an operation that does not exist. The
// second word then stays as before.
// Covers: futex FUTEX_WAKE_OP, EFAULT, ENOSYS
#include "wali/test.h"

void test() {
  static int words[2] = {7, -5};
  constexpr int set_to_3 = 3 << 12, unknown = 0x70000000;
  auto *bad = static_cast<int *>(setup::bad_address());
  report("bad second address", sys::futex(words, FUTEX_WAKE_OP, 1, nullptr, bad, set_to_3));
  report("unknown operation", sys::futex(words, FUTEX_WAKE_OP, 1, nullptr, words + 1, unknown));
  report("second word", words[1]);
  report("operation that sets", sys::futex(words, FUTEX_WAKE_OP, 1, nullptr, words + 1, set_to_3));
  report("second word", words[1]);
  report("first word", words[0]);
}
