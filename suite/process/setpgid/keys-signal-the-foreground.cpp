// The interrupt key of a terminal signals each process of the foreground group, and none of the
// session's other groups.
// Covers: setpgid foreground group, SIGINT
// REQUIRES: terminal
#include "wali/test.h"

namespace {

// A child that sleeps, in the group `group`, or one of its own for 0.
Child sleeper(int group) {
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  setup::require_zero("setpgid", sys::setpgid(child.pid(), group));
  return child;
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    Child background = sleeper(0), leader = sleeper(0), member = sleeper(leader.pid());
    int group = leader.pid();
    report("TIOCSPGRP", sys::ioctl(tty.slave, TIOCSPGRP, &group));
    setup::write_all(tty.master, "\003");
    report("leader of the foreground", leader.wait());
    report("another in the foreground", member.wait());
    report("wait4 of the background", sys::wait4(background.pid(), nullptr, WNOHANG, nullptr));
  });
}
