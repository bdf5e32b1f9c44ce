// With 0 PR_SET_PDEATHSIG takes the parent-death signal back: none comes when the parent ends.
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, 0
#include "wali/test.h"

void test() {
  struct Seen {
    Event is_ready, goes_on;
    Result set, taken_back;
    int signo;
    SignalSet pending;
  };
  auto &seen = setup::shared<Seen>();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([&] {
    if (setup::split() != 0)
      return seen.is_ready.wait();
    setup::block(SIGUSR2);
    seen.set = sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0);
    seen.taken_back = sys::prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
    setup::require_zero("prctl", sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&seen.signo), 0, 0, 0));
    seen.is_ready.set();
    seen.goes_on.wait();
    seen.pending = setup::pending_signals();
    leave(7);
  });
  report("child", child.wait());
  seen.goes_on.set();
  WaitStatus status = {0};
  report("wait4 of the orphan", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
  report("PR_SET_PDEATHSIG", seen.set);
  report("PR_SET_PDEATHSIG of 0", seen.taken_back);
  report("signal", seen.signo);
  report("pending when the parent has ended", seen.pending);
}
