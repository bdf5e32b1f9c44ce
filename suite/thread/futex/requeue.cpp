// A requeue wakes some waiters and moves others to a second word, where they are woken. Two
// counts limit how many of each.
// Covers: futex FUTEX_REQUEUE, FUTEX_CMP_REQUEUE
#include "wali/test.h"

namespace {

int words[2] = {-7, 9}, woken;

void wait_on_first(void *) {
  if (sys::futex(&words[0], FUTEX_WAIT, -7, nullptr, nullptr, 0).value == 0)
    __atomic_fetch_add(&woken, 1, __ATOMIC_RELEASE);
}

Result requeue(int operation, int wake, size_t move, int *to, int value) {
  return sys::futex(&words[0], operation, wake, reinterpret_cast<void *>(move), to, value);
}

Result wake_all(int *word) { return sys::futex(word, FUTEX_WAKE, 100, nullptr, nullptr, 0); }

void await_woken(int count) {
  while (__atomic_load_n(&woken, __ATOMIC_ACQUIRE) != count)
    sys::sched_yield();
}

} // namespace

void test() {
  Thread threads[] = {wait_on_first, wait_on_first, wait_on_first, wait_on_first,
                      wait_on_first, wait_on_first, wait_on_first};
  setup::await_waiters(&words[0], 7);
  report("FUTEX_CMP_REQUEUE, another value", requeue(FUTEX_CMP_REQUEUE, 1, 2, &words[1], 7));
  report("FUTEX_CMP_REQUEUE, 1 and 2", requeue(FUTEX_CMP_REQUEUE, 1, 2, &words[1], -7));
  await_woken(1);
  report("FUTEX_REQUEUE, 0 and 1", requeue(FUTEX_REQUEUE, 0, 1, &words[1], 0));
  report("FUTEX_REQUEUE, 1 and 0", requeue(FUTEX_REQUEUE, 1, 0, &words[1], 0));
  await_woken(2);
  report("woken at the second word", wake_all(&words[1]));
  await_woken(5);
  report("woken at the first word", wake_all(&words[0]));
  for (Thread &thread : threads)
    thread.join();
  report("threads whose FUTEX_WAIT returned 0", woken);
}
