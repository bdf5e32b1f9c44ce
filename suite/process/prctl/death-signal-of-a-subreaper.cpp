// The parent-death signal comes again when the subreaper ends whose child the orphan became.
// Covers: prctl PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER
#include "wali/test.h"

namespace {

volatile int runs;

} // namespace

void test() {
  struct Seen {
    Event is_ready, goes_on;
    int first, both;
  };
  auto &seen = setup::shared<Seen>();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child subreaper = setup::fork([&] {
    setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
    Child child = setup::fork([&] {
      if (setup::split() != 0)
        return seen.is_ready.wait();
      setup::on_signal(SIGUSR2, [](int) { runs = runs + 1; });
      setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0));
      seen.is_ready.set();
      setup::await("handler", [] { return Result{runs}; }, [](Result now) { return now.value >= 1; });
      seen.first = runs;
      seen.goes_on.set();
      setup::await("handler", [] { return Result{runs}; }, [](Result now) { return now.value >= 2; });
      seen.both = runs;
      leave(7);
    });
    child.wait();
    seen.goes_on.wait();
  });
  report("child", subreaper.wait());
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
  report("signals when its parent had ended", seen.first);
  report("signals when the subreaper had ended", seen.both);
}
