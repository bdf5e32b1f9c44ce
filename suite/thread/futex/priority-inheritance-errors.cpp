// FUTEX_LOCK_PI refuses a lock whose owner is gone, and a word on which another waits with
// FUTEX_WAIT.
// Covers: futex ESRCH, EINVAL, FUTEX_LOCK_PI
#include "wali/test.h"

namespace {

int plain;
void wait_plainly(void *) { sys::futex(&plain, FUTEX_WAIT, 0, nullptr, nullptr, 0); }

} // namespace

void test() {
  Child child = setup::fork([] {});
  int word = child.pid();
  report("child", child.wait());
  report("FUTEX_LOCK_PI of a lock whose owner is gone", sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  Thread thread(wait_plainly);
  setup::await_waiters(&plain, 1);
  report("FUTEX_LOCK_PI where another waits plainly", sys::futex(&plain, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  report("FUTEX_WAKE", sys::futex(&plain, FUTEX_WAKE, 1, nullptr, nullptr, 0));
}
