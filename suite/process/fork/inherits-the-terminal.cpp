// A child has its session's controlling terminal, until it makes a session of its own, which has none. Its parent
// keeps the terminal.
// Covers: fork controlling terminal
// Covers: setsid controlling terminal
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void report_terminal(const char *name, int fd) {
  int session = -1;
  report(name, sys::ioctl(fd, TIOCGSID, &session));
  report("session", session);
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    report("setsid", sys::setsid());
    report("TIOCSCTTY", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    setup::in_child([&] {
      report_terminal("TIOCGSID in a child", tty.slave);
      setup::require_pid("setsid", sys::setsid());
      report_terminal("TIOCGSID in a session of its own", tty.slave);
      report("open of /dev/tty there", sys::open("/dev/tty", O_RDWR | O_NOCTTY, 0));
    });
    report_terminal("TIOCGSID in the parent", tty.slave);
  });
}
