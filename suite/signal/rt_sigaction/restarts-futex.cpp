// With SA_RESTART a FUTEX_WAIT goes on after the handler, as often as it runs, until it is
// woken.
// Covers: rt_sigaction SA_RESTART
// Covers: futex FUTEX_WAIT, SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  // The second word says that the wait is over, however it ended.
  int (&words)[2] = setup::shared<int[2]>();
  Child child = setup::fork([&] {
    interruptions.make();
    while (sys::futex(&words[0], FUTEX_WAKE, 1, nullptr, nullptr, 0).value == 0 &&
           __atomic_load_n(&words[1], __ATOMIC_ACQUIRE) == 0)
      sys::sched_yield();
  });
  const Result waited = sys::futex(&words[0], FUTEX_WAIT, 0, nullptr, nullptr, 0);
  const int runs_until_then = interruptions.so_far();
  __atomic_store_n(&words[1], 1, __ATOMIC_RELEASE);
  report("futex", waited);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
