// A session leader takes a terminal as its own, moves the foreground between groups
// of its session, and gives the terminal up.
// Covers: ioctl TIOCSCTTY, TIOCGPGRP, TIOCSPGRP, TIOCGSID, TIOCNOTTY, ENOTTY, ESRCH, EINVAL
#include "wali/test.h"

void test() {
  struct Seen {
    int64_t before, take, group, session, move, moved, unknown, negative, give_up, after;
    int64_t pid, first_group, first_session, second_group, from_master;
  };
  Seen &shown = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  Child child = setup::fork([&] {
    int id = 0;
    setup::set_disposition(SIGTTOU, SIG_IGN);
    setup::set_disposition(SIGHUP, SIG_IGN);
    shown.pid = setup::require("setsid", sys::setsid());
    shown.before = sys::ioctl(tty.slave, TIOCGPGRP, &id).value;
    shown.take = sys::ioctl(tty.slave, TIOCSCTTY, nullptr).value;
    shown.group = sys::ioctl(tty.slave, TIOCGPGRP, &id).value;
    shown.first_group = id;
    shown.session = sys::ioctl(tty.slave, TIOCGSID, &id).value;
    shown.first_session = id;
    Pipe done = setup::pipe();
    Child other = setup::fork([&] {
      done.write.reset();
      setup::read_all(done.read);
    });
    setup::require("setpgid", sys::setpgid(other.pid(), other.pid()));
    id = other.pid();
    shown.move = sys::ioctl(tty.slave, TIOCSPGRP, &id).value;
    id = 0;
    shown.moved = sys::ioctl(tty.slave, TIOCGPGRP, &id).value;
    shown.second_group = id - other.pid();
    setup::require("ioctl", sys::ioctl(tty.master, TIOCGPGRP, &id));
    shown.from_master = id - other.pid();
    id = 0x3fffffff;
    shown.unknown = sys::ioctl(tty.slave, TIOCSPGRP, &id).value;
    id = -5;
    shown.negative = sys::ioctl(tty.slave, TIOCSPGRP, &id).value;
    id = static_cast<int>(shown.pid);
    setup::require("ioctl", sys::ioctl(tty.slave, TIOCSPGRP, &id));
    done.write.reset();
    other.wait();
    shown.give_up = sys::ioctl(tty.slave, TIOCNOTTY, nullptr).value;
    shown.after = sys::ioctl(tty.slave, TIOCGPGRP, &id).value;
  });
  report("child", child.wait());
  report("TIOCGPGRP of another's terminal", Result{shown.before});
  report("TIOCSCTTY", Result{shown.take});
  report("TIOCGPGRP", Result{shown.group});
  report("group against the leader's", compared(shown.first_group, shown.pid));
  report("TIOCGSID", Result{shown.session});
  report("session against the leader's", compared(shown.first_session, shown.pid));
  report("TIOCSPGRP", Result{shown.move});
  report("TIOCGPGRP", Result{shown.moved});
  report("group less the one set", shown.second_group);
  report("the same by the master", shown.from_master);
  report("TIOCSPGRP of an unknown group", Result{shown.unknown});
  report("TIOCSPGRP of a negative number", Result{shown.negative});
  report("TIOCNOTTY", Result{shown.give_up});
  report("TIOCGPGRP then", Result{shown.after});
  int id;
  report("TIOCGSID here", sys::ioctl(tty.slave, TIOCGSID, &id));
}
