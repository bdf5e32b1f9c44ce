// futex refuses a lock whose word contains no thread's id, a word that is waited on in two ways,
// and a requeue to the same word or of more than one waiter.
// Covers: futex ESRCH, EINVAL, EAGAIN, FUTEX_CMP_REQUEUE_PI, FUTEX_WAIT_REQUEUE_PI
#include "wali/test.h"

namespace {

int plain;

void wait_plainly(void *) { sys::futex(&plain, FUTEX_WAIT, 0, nullptr, nullptr, 0); }

} // namespace

void test() {
  static int word, other;
  Child child = setup::fork([] {});
  word = child.pid();
  report("child", child.wait());
  report("FUTEX_LOCK_PI of a lock whose owner is gone", sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  word = 0;
  auto one = reinterpret_cast<void *>(1);
  report("FUTEX_CMP_REQUEUE_PI to itself", sys::futex(&word, FUTEX_CMP_REQUEUE_PI, 1, one, &word, 0));
  report("FUTEX_CMP_REQUEUE_PI that wakes 2", sys::futex(&word, FUTEX_CMP_REQUEUE_PI, 2, one, &other, 0));
  report("FUTEX_CMP_REQUEUE_PI, another value", sys::futex(&word, FUTEX_CMP_REQUEUE_PI, 1, one, &other, 5));
  report("FUTEX_CMP_REQUEUE_PI, nobody there", sys::futex(&word, FUTEX_CMP_REQUEUE_PI, 1, one, &other, 0));
  report("FUTEX_WAIT_REQUEUE_PI to itself", sys::futex(&word, FUTEX_WAIT_REQUEUE_PI, 0, nullptr, &word, 0));
  report("FUTEX_WAIT_REQUEUE_PI, another value", sys::futex(&word, FUTEX_WAIT_REQUEUE_PI, 5, nullptr, &other, 0));
  Thread thread(wait_plainly);
  setup::await_waiters(&plain, 1);
  report("FUTEX_LOCK_PI where another waits plainly", sys::futex(&plain, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  report("FUTEX_CMP_REQUEUE_PI of one who waits plainly", sys::futex(&plain, FUTEX_CMP_REQUEUE_PI, 1, one, &other, 0));
  report("FUTEX_WAKE", sys::futex(&plain, FUTEX_WAKE, 1, nullptr, nullptr, 0));
}
