// A process group that becomes an orphan and in which no process is stopped gets no signal.
// Covers: exit orphaned process group
#include "wali/test.h"

void test() {
  struct Seen {
    Event is_ready, goes_on;
    SignalSet pending;
  };
  auto &seen = setup::shared<Seen>();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([&] { // in a session of its own, so that its end orphans the groups in it
    setup::require_pid("setsid", sys::setsid());
    if (setup::split() != 0)
      return seen.is_ready.wait();
    setup::set_mask(signal_bit(SIGHUP) | signal_bit(SIGCONT));
    setup::require_zero("setpgid", sys::setpgid(0, 0));
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
  report("pending", seen.pending);
}
