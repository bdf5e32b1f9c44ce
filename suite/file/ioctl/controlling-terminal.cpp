// A session leader takes a terminal as its own, its group then in the foreground, and gives
// it up, which the foreground learns by SIGHUP and SIGCONT.
// Covers: ioctl TIOCSCTTY, TIOCGPGRP, TIOCGSID, TIOCNOTTY, ENOTTY
// REQUIRES: terminal
#include "wali/test.h"

namespace {

volatile int caught;
void count(int signo) { caught = caught + signo; }

} // namespace

void test() {
  struct Seen {
    Result before, take, group, session, give_up, after;
    int64_t pid, foreground, leader, signals;
  };
  Seen &shown = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  Child child = setup::fork([&] {
    int id = 0;
    setup::on_signal(SIGHUP, count);
    setup::on_signal(SIGCONT, count);
    shown.pid = setup::require_pid("setsid", sys::setsid());
    shown.before = sys::ioctl(tty.slave, TIOCGPGRP, &id);
    shown.take = sys::ioctl(tty.slave, TIOCSCTTY, nullptr);
    shown.group = sys::ioctl(tty.slave, TIOCGPGRP, &id);
    shown.foreground = id;
    shown.session = sys::ioctl(tty.slave, TIOCGSID, &id);
    shown.leader = id;
    shown.give_up = sys::ioctl(tty.slave, TIOCNOTTY, nullptr);
    shown.signals = caught;
    shown.after = sys::ioctl(tty.slave, TIOCGPGRP, &id);
  });
  report("child", child.wait());
  report("TIOCGPGRP of another's terminal", shown.before);
  report("TIOCSCTTY", shown.take);
  report("TIOCGPGRP", shown.group);
  report("group against the leader's", compared(shown.foreground, shown.pid));
  report("TIOCGSID", shown.session);
  report("session against the leader's", compared(shown.leader, shown.pid));
  report("TIOCNOTTY", shown.give_up);
  report("sum of the signals caught", shown.signals);
  report("TIOCGPGRP then", shown.after);
  int id;
  report("TIOCGSID here", sys::ioctl(tty.slave, TIOCGSID, &id));
}
