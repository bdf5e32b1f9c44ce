// A terminal is taken by a session's leader that has none, and only if it is no other
// session's.
// Covers: ioctl TIOCSCTTY, EPERM, terminal of another session
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  struct Seen {
    Result second, not_leader, others, again;
  };
  Seen &shown = setup::shared<Seen>();
  Terminal first = setup::terminal(), second = setup::terminal();
  Child leader = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(first.slave, TIOCSCTTY, nullptr));
    shown.second = sys::ioctl(second.slave, TIOCSCTTY, nullptr);
    setup::fork([&] { shown.not_leader = sys::ioctl(second.slave, TIOCSCTTY, nullptr); }).wait();
    setup::fork([&] {
      setup::require_pid("setsid", sys::setsid());
      shown.others = sys::ioctl(first.slave, TIOCSCTTY, nullptr);
    }).wait();
    shown.again = sys::ioctl(first.slave, TIOCSCTTY, nullptr);
  });
  report("leader", leader.wait());
  report("TIOCSCTTY of a second terminal", shown.second);
  report("TIOCSCTTY by one that leads no session", shown.not_leader);
  report("TIOCSCTTY of another session's", shown.others);
  report("TIOCSCTTY of its own once more", shown.again);
}
