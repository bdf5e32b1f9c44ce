// FUTEX_WAKE_OP has one limit for the waiters that it wakes at its first word, and another for
// its second word.
// Covers: futex FUTEX_WAKE_OP counts
#include "wali/test.h"

namespace {

int words[2];

void wait_on(void *word) { sys::futex(static_cast<int *>(word), FUTEX_WAIT, 0, nullptr, nullptr, 0); }

} // namespace

void test() {
  Thread threads[] = {{wait_on, &words[0]}, {wait_on, &words[0]}, {wait_on, &words[0]}, {wait_on, &words[1]},
                      {wait_on, &words[1]}, {wait_on, &words[1]}, {wait_on, &words[1]}};
  setup::await_waiters(&words[0], 3);
  setup::await_waiters(&words[1], 4);
  constexpr int add_one_if_zero = 1 << 28 | 1 << 12;
  report("FUTEX_WAKE_OP of 1 and 3",
         sys::futex(&words[0], FUTEX_WAKE_OP, 1, reinterpret_cast<void *>(3), &words[1], add_one_if_zero));
  report("waiters", label(setup::waiters(&words[0]), " and ", setup::waiters(&words[1])));
  report("FUTEX_WAKE_OP of 1 and 3, the second word not 0",
         sys::futex(&words[0], FUTEX_WAKE_OP, 1, reinterpret_cast<void *>(3), &words[1], add_one_if_zero));
  report("waiters", label(setup::waiters(&words[0]), " and ", setup::waiters(&words[1])));
  report("second word", words[1]);
  report("FUTEX_WAKE", sys::futex(&words[0], FUTEX_WAKE, 100, nullptr, nullptr, 0));
  report("FUTEX_WAKE", sys::futex(&words[1], FUTEX_WAKE, 100, nullptr, nullptr, 0));
}
