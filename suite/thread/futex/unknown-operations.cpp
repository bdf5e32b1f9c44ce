// futex refuses FUTEX_FD, which Linux no longer has, operations that never existed, and a wake
// with FUTEX_CLOCK_REALTIME.
// Covers: futex ENOSYS
#include "wali/test.h"

void test() {
  static int word = 7;
  for (int operation : {int{FUTEX_FD}, 100, -1, FUTEX_WAKE | FUTEX_CLOCK_REALTIME})
    report(label("operation ", operation), sys::futex(&word, operation, 0, nullptr, nullptr, 0));
  report("word", word);
}
