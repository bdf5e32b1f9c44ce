// A session leader takes a terminal as its own, with its group in the foreground. When it
// gives the terminal up, the foreground group gets SIGHUP and SIGCONT.
// Covers: ioctl TIOCSCTTY, TIOCGPGRP, TIOCGSID, TIOCNOTTY, ENOTTY
// REQUIRES: terminal
#include "wali/test.h"

static volatile int hangups, continued;

void test() {
  Terminal tty = setup::terminal();
  int id = 0;
  setup::in_child([&] {
    setup::on_signal(SIGHUP, [](int) { hangups = hangups + 1; });
    setup::on_signal(SIGCONT, [](int) { continued = continued + 1; });
    report("session", setup::require_pid("setsid", sys::setsid()));
    report("TIOCGPGRP before", sys::ioctl(tty.slave, TIOCGPGRP, &id));
    report("TIOCSCTTY", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    report("TIOCGPGRP", sys::ioctl(tty.slave, TIOCGPGRP, &id));
    report("foreground group", id);
    report("TIOCGSID", sys::ioctl(tty.slave, TIOCGSID, &id));
    report("session of the terminal", id);
    report("signals", label("SIGHUP ", int{hangups}, " SIGCONT ", int{continued}));
    report("TIOCNOTTY", sys::ioctl(tty.slave, TIOCNOTTY, nullptr));
    report("signals", label("SIGHUP ", int{hangups}, " SIGCONT ", int{continued}));
    report("TIOCGPGRP afterwards", sys::ioctl(tty.slave, TIOCGPGRP, &id));
  });
  report("TIOCGSID by the parent", sys::ioctl(tty.slave, TIOCGSID, &id));
}
