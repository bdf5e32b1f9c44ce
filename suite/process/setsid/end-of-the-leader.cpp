// When the leader of a session ends, the foreground group of its terminal gets SIGHUP. The
// session has no terminal any more, and another can take it.
// Covers: setsid end of the leader, SIGHUP
// Covers: exit end of a session's leader, SIGHUP
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  struct Seen {
    Event is_ready, goes_on;
    SignalSet foreground;
    Result terminal;
  };
  auto &seen = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child leader = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    if (setup::split() != 0)
      return seen.is_ready.wait();
    setup::set_mask(signal_bit(SIGHUP) | signal_bit(SIGCONT));
    seen.is_ready.set();
    seen.goes_on.wait();
    seen.foreground = setup::pending_signals();
    int session = 0;
    seen.terminal = sys::ioctl(tty.slave, TIOCGSID, &session);
    leave(7);
  });
  report("leader", leader.wait());
  setup::in_child([&] {
    setup::require_pid("setsid", sys::setsid());
    report("TIOCSCTTY by another session", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
  });
  seen.goes_on.set();
  report("wait4 of the orphan", sys::wait4(-1, nullptr, 0, nullptr));
  report("pending in the foreground", seen.foreground);
  report("TIOCGSID in the foreground", seen.terminal);
}
