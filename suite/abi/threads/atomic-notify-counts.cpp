// memory.atomic.notify wakes at most as many waiters as its count says and returns how many it woke. It woke 2 of
// three with a count of 2, and 0 when nobody waited.
// Covers: threads memory.atomic.notify count
// Oracle: ABI.md, Processes and threads
#include "suite/abi/threads/atomics.h"

namespace {

int word, woken;

// Waits again whenever it is woken, until the word says that all is over.
void wait_often(void *) {
  while (__atomic_load_n(&word, __ATOMIC_ACQUIRE) == 0)
    if (atomics::wait(&word, 0, atomics::long_enough) == 0)
      __atomic_fetch_add(&woken, 1, __ATOMIC_ACQ_REL);
}

} // namespace

void test() {
  unsigned sum = 0;
  report("notify without waiters", atomics::notify(&word, atomics::all));
  {
    Thread first(wait_often), second(wait_often), third(wait_often);
    report("notify of all", atomics::notify_until(&word, atomics::all, 3, sum));
    report("notify of 0", atomics::notify(&word, 0));
    report("notify of 2", atomics::notify_until(&word, 2, 2, sum));
    __atomic_store_n(&word, 1, __ATOMIC_RELEASE);
    sum += atomics::notify(&word, atomics::all);
  }
  report("notified in all", sum);
  report("woken in all", woken);
}
