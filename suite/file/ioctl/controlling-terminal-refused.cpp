// Only the leader of a session without a terminal can take one, and only if no other session has
// it. Taking its own terminal again succeeds.
// Covers: ioctl TIOCSCTTY, EPERM, terminal of another session
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal first = setup::terminal(), second = setup::terminal();
  setup::in_child([&] {
    setup::require_pid("setsid", sys::setsid());
    report("TIOCSCTTY of a first terminal", sys::ioctl(first.slave, TIOCSCTTY, nullptr));
    report("TIOCSCTTY of a second", sys::ioctl(second.slave, TIOCSCTTY, nullptr));
    setup::in_child([&] { report("TIOCSCTTY by no leader", sys::ioctl(second.slave, TIOCSCTTY, nullptr)); });
    setup::in_child([&] {
      setup::require_pid("setsid", sys::setsid());
      report("TIOCSCTTY of another session's", sys::ioctl(first.slave, TIOCSCTTY, nullptr));
      report("TIOCSCTTY of the second by that session", sys::ioctl(second.slave, TIOCSCTTY, nullptr));
    });
    report("TIOCSCTTY of its own once more", sys::ioctl(first.slave, TIOCSCTTY, nullptr));
  });
}
