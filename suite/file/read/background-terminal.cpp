// A process in the background that reads from its terminal is stopped by SIGTTIN, and reads once
// it is in the foreground. If it ignores or blocks the signal, or nobody could continue it, the
// read gives EIO.
// Covers: read EIO, SIGTTIN
// REQUIRES: terminal
#include "wali/test.h"

namespace {

struct Seen {
  Result ignored, blocked, orphaned, then;
  int stopped;
  char line[8];
};

void read_in_the_background(int fd, Seen &seen) {
  setup::require_zero("setpgid", sys::setpgid(0, 0));
  setup::set_disposition(SIGTTIN, SIG_IGN);
  seen.ignored = sys::read(fd, seen.line, 8);
  setup::set_disposition(SIGTTIN, SIG_DFL);
  setup::block(SIGTTIN);
  seen.blocked = sys::read(fd, seen.line, 8);
  setup::unblock(SIGTTIN);
  seen.then = sys::read(fd, seen.line, 8);
}

} // namespace

void test() {
  Seen &seen = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  Child leader = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    Child background = setup::fork([&] { read_in_the_background(tty.slave, seen); });
    setup::require_value("wait4", sys::wait4(background.pid(), &seen.stopped, WUNTRACED, nullptr), background.pid());
    // Its parent moves it to the foreground, and is the background itself, without
    // anyone in its session to continue it.
    int group = background.pid();
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSPGRP, &group));
    char byte;
    seen.orphaned = sys::read(tty.slave, &byte, 1);
    setup::write_all(tty.master, "line\n");
    background.kill(SIGCONT);
    return background.wait().value;
  });
  report("leader", leader.wait());
  report("read with SIGTTIN ignored", seen.ignored);
  report("read with SIGTTIN blocked", seen.blocked);
  report("read with neither", WaitStatus{seen.stopped});
  report("read of an orphan", seen.orphaned);
  report("read after SIGCONT in the foreground", seen.then);
  report("line", Text(seen.line, 5));
}
