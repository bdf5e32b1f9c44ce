// A terminal's foreground can be set to any group of its session, and its master shows that too. Another session's
// group, a number that no group has, and a negative one are refused.
// Covers: ioctl TIOCSPGRP, TIOCGPGRP, EPERM, ESRCH, EINVAL
// REQUIRES: terminal
#include "wali/test.h"

namespace {

Result set_foreground(int fd, int group) { return sys::ioctl(fd, TIOCSPGRP, &group); }
int foreground(int fd) {
  int group = 0;
  setup::require_zero("ioctl", sys::ioctl(fd, TIOCGPGRP, &group));
  return group;
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  const int outside = setup::require_pid("getpgid", sys::getpgid(0));
  setup::in_child([&] {
    setup::set_disposition(SIGTTOU, SIG_IGN); // in the background it sets the foreground
    const int own = setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    Pipe done = setup::pipe();
    Child other = setup::fork([&] {
      done.write.reset();
      setup::read_all(done.read);
    });
    setup::require_zero("setpgid", sys::setpgid(other.pid(), other.pid()));
    report("leader", own);
    report("other group", other.pid());
    report("foreground", foreground(tty.slave));
    report("TIOCSPGRP of the other group", set_foreground(tty.slave, other.pid()));
    report("foreground", foreground(tty.slave));
    report("foreground by the master", foreground(tty.master));
    report("TIOCSPGRP of another session's group", set_foreground(tty.slave, outside));
    report("TIOCSPGRP of an unknown group", set_foreground(tty.slave, 0x3fffffff));
    report("TIOCSPGRP of a negative number", set_foreground(tty.slave, -5));
    report("foreground", foreground(tty.slave));
    report("TIOCSPGRP of the leader's", set_foreground(tty.slave, own));
    report("foreground", foreground(tty.slave));
    done.write.reset();
  });
}
