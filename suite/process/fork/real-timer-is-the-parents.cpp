// An interval timer that runs goes on in the parent, and never sends a signal to the child.
// Covers: fork ITIMER_REAL, timers
#include "wali/test.h"

namespace {

struct Shared {
  int parents_runs, childs_runs;
};
Shared *shared;
bool is_child;

void count(int) { ++(is_child ? shared->childs_runs : shared->parents_runs); }

int parents_runs() { return __atomic_load_n(&shared->parents_runs, __ATOMIC_RELAXED); }

} // namespace

void test() {
  shared = &setup::shared<Shared>();
  setup::on_signal(SIGALRM, count, SA_RESTART);
  const itimerval often = {{0, 20000}, {0, 20000}}, stop = {};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &often, nullptr));
  Child child = setup::fork([] {
    is_child = true;
    const int before = parents_runs();
    while (parents_runs() < before + 5)
      setup::sleep_ms(1);
    return 3;
  });
  report("child", child.wait());
  report("setitimer", sys::setitimer(ITIMER_REAL, &stop, nullptr));
  report("runs of the handler in the child", shared->childs_runs);
}
