// A requeue checks the address of the second word and both counts. FUTEX_CMP_REQUEUE checks the value of the first
// word too.
// Covers: futex FUTEX_REQUEUE, FUTEX_CMP_REQUEUE, EINVAL, EFAULT, EAGAIN
#include "wali/test.h"

void test() {
  alignas(8) static int words[2] = {7, -5};
  auto *odd = reinterpret_cast<int *>(reinterpret_cast<char *>(words) + 2);
  auto *bad = static_cast<int *>(setup::bad_address());
  auto requeue = [](int wake, uintptr_t move, int *second) {
    return sys::futex(words, FUTEX_REQUEUE, wake, reinterpret_cast<void *>(move), second, 0);
  };
  report("odd second address", requeue(1, 0, odd));
  report("bad second address", requeue(1, 0, bad));
  report("-1 to wake", requeue(-1, 0, words + 1));
  report("-1 to move", requeue(1, ~uintptr_t{0}, words + 1));
  report("nobody there", requeue(1, 1, words + 1));
  report("FUTEX_CMP_REQUEUE, another value", sys::futex(words, FUTEX_CMP_REQUEUE, 1, nullptr, words + 1, 8));
  report("FUTEX_CMP_REQUEUE, the value", sys::futex(words, FUTEX_CMP_REQUEUE, 1, nullptr, words + 1, 7));
}
