// A terminal's foreground moves between the groups of its session, as its master sees too;
// another session's group, a number that no group has, and a negative one are refused.
// Covers: ioctl TIOCSPGRP, TIOCGPGRP, EPERM, ESRCH, EINVAL
// REQUIRES: terminal
#include "wali/test.h"

namespace {

struct Seen {
  Result move, other_sessions, unknown, negative, back;
  int64_t by_slave, by_master, at_last;
};

Result set_foreground(int fd, int group) { return sys::ioctl(fd, TIOCSPGRP, &group); }

int foreground(int fd) {
  int group = 0;
  setup::require_zero("ioctl", sys::ioctl(fd, TIOCGPGRP, &group));
  return group;
}

} // namespace

void test() {
  Seen &shown = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  const int outside = setup::require_pid("getpgid", sys::getpgid(0));
  Child leader = setup::fork([&] {
    setup::set_disposition(SIGTTOU, SIG_IGN); // in the background it sets the foreground
    const int own = setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    Pipe done = setup::pipe();
    Child other = setup::fork([&] {
      done.write.reset();
      setup::read_all(done.read);
    });
    setup::require_zero("setpgid", sys::setpgid(other.pid(), other.pid()));
    shown.move = set_foreground(tty.slave, other.pid());
    shown.by_slave = foreground(tty.slave) - other.pid();
    shown.by_master = foreground(tty.master) - other.pid();
    shown.other_sessions = set_foreground(tty.slave, outside);
    shown.unknown = set_foreground(tty.slave, 0x3fffffff);
    shown.negative = set_foreground(tty.slave, -5);
    shown.back = set_foreground(tty.slave, own);
    shown.at_last = foreground(tty.slave) - own;
    done.write.reset();
  });
  report("leader", leader.wait());
  report("TIOCSPGRP", shown.move);
  report("group less the one set", shown.by_slave);
  report("the same by the master", shown.by_master);
  report("TIOCSPGRP of another session's group", shown.other_sessions);
  report("TIOCSPGRP of an unknown group", shown.unknown);
  report("TIOCSPGRP of a negative number", shown.negative);
  report("TIOCSPGRP of the leader's", shown.back);
  report("group less the leader's", shown.at_last);
}
