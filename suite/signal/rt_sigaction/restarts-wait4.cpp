// With SA_RESTART a wait for a child goes on after the handler, as often as it runs, until
// the child has ended.
// Covers: rt_sigaction SA_RESTART
// Covers: wait4 SA_RESTART
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
  Child child = setup::fork([&] {
    interrupt(parent);
    return 5;
  });
  report("the child's id", child.pid());
  int status = 0;
  report("wait4", sys::wait4(-1, &status, 0, nullptr));
  report("status", WaitStatus{status});
  child.release();
  report("handler runs, compared with 2", compared(runs_so_far(), 2));
}
