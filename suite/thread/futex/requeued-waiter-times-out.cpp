// A waiter that is moved to another word keeps its time limit, and ends there when it is over.
// Covers: futex FUTEX_REQUEUE, ETIMEDOUT
#include "wali/test.h"

namespace {

int words[2];
Result wait;

// Long enough to be moved on a busy machine too.
void wait_for_three_seconds(void *) {
  const timespec limit = {3, 0};
  wait = sys::futex(&words[0], FUTEX_WAIT, 0, &limit, nullptr, 0);
}

} // namespace

void test() {
  Thread thread(wait_for_three_seconds);
  setup::await_waiters(&words[0], 1);
  report("FUTEX_REQUEUE", sys::futex(&words[0], FUTEX_REQUEUE, 0, reinterpret_cast<void *>(1), &words[1], 0));
  report("waiters at the second word", setup::waiters(&words[1]));
  thread.join();
  report("FUTEX_WAIT", wait);
  report("waiters at the second word", setup::waiters(&words[1]));
}
