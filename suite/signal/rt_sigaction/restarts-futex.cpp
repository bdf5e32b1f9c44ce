// With SA_RESTART a FUTEX_WAIT goes on after the handler, as often as it runs, until it is
// woken.
// Covers: rt_sigaction SA_RESTART
// Covers: futex FUTEX_WAIT, SA_RESTART
#include "wali/test.h"

namespace {

int *runs; // shared with the child

int runs_so_far() { return __atomic_load_n(runs, __ATOMIC_SEQ_CST); }

// In a child: signals `parent` until its handler has run three times more.
void interrupt(int parent) {
  setup::sleep_ms(5);
  for (int before = runs_so_far(); runs_so_far() - before < 3; setup::sleep_ms(2))
    setup::require_zero("kill", sys::kill(parent, SIGUSR2));
}

} // namespace

void test() {
  runs = &setup::shared<int>();
  setup::on_signal(SIGUSR2, [](int) { __atomic_fetch_add(runs, 1, __ATOMIC_SEQ_CST); }, SA_RESTART);
  const int parent = sys::getpid().pid();
  // The second word says that the wait is over, however it ended.
  int (&words)[2] = setup::shared<int[2]>();
  Child child = setup::fork([&] {
    interrupt(parent);
    while (sys::futex(&words[0], FUTEX_WAKE, 1, nullptr, nullptr, 0).value == 0 &&
           __atomic_load_n(&words[1], __ATOMIC_ACQUIRE) == 0)
      sys::sched_yield();
  });
  const Result waited = sys::futex(&words[0], FUTEX_WAIT, 0, nullptr, nullptr, 0);
  const int runs_until_then = runs_so_far();
  __atomic_store_n(&words[1], 1, __ATOMIC_RELEASE);
  report("futex", waited);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
