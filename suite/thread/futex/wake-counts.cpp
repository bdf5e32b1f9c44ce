// FUTEX_WAKE wakes at most as many waiters as it is asked for, and returns how many it
// woke.
// Covers: futex FUTEX_WAKE count
#include "wali/test.h"

namespace {

int word = 1, woken;

void wait_on_word(void *) {
  if (sys::futex(&word, FUTEX_WAIT, 1, nullptr, nullptr, 0).value == 0)
    __atomic_fetch_add(&woken, 1, __ATOMIC_RELEASE);
}

} // namespace

void test() {
  Thread threads[] = {wait_on_word, wait_on_word, wait_on_word, wait_on_word, wait_on_word, wait_on_word};
  setup::await_waiters(&word, 6);
  report("FUTEX_WAKE of 1", sys::futex(&word, FUTEX_WAKE, 1, nullptr, nullptr, 0));
  report("waiters", setup::waiters(&word));
  report("FUTEX_WAKE of 3", sys::futex(&word, FUTEX_WAKE, 3, nullptr, nullptr, 0));
  report("waiters", setup::waiters(&word));
  report("FUTEX_WAKE of 2147483647", sys::futex(&word, FUTEX_WAKE, 0x7fffffff, nullptr, nullptr, 0));
  report("FUTEX_WAKE once more", sys::futex(&word, FUTEX_WAKE, 0x7fffffff, nullptr, nullptr, 0));
  for (Thread &thread : threads)
    thread.join();
  report("threads whose FUTEX_WAIT returned 0", woken);
}
