// FUTEX_CMP_REQUEUE_PI refuses a requeue to the same word, of more than one waiter to be
// woken, of a word that has changed, and of a waiter that waits with FUTEX_WAIT. Where nobody
// waits it moves nobody.
// Covers: futex EINVAL, EAGAIN, FUTEX_CMP_REQUEUE_PI
#include "wali/test.h"

namespace {

int plain;
void wait_plainly(void *) { sys::futex(&plain, FUTEX_WAIT, 0, nullptr, nullptr, 0); }

} // namespace

void test() {
  static int word, other;
  auto requeue = [](int *from, int wake, int *to, int expected) {
    return sys::futex(from, FUTEX_CMP_REQUEUE_PI, wake, reinterpret_cast<void *>(1), to, expected);
  };
  report("to itself", requeue(&word, 1, &word, 0));
  report("that wakes 2", requeue(&word, 2, &other, 0));
  report("of a word with another value", requeue(&word, 1, &other, 5));
  report("where nobody waits", requeue(&word, 1, &other, 0));
  Thread thread(wait_plainly);
  setup::await_waiters(&plain, 1);
  report("of one who waits plainly", requeue(&plain, 1, &other, 0));
  report("FUTEX_WAKE", sys::futex(&plain, FUTEX_WAKE, 1, nullptr, nullptr, 0));
}
