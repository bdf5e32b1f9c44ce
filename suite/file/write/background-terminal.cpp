// With TOSTOP a background process that writes to its terminal is stopped by SIGTTOU. The write succeeds if the
// process ignores or blocks the signal, and gives EIO if nobody could continue it. Without TOSTOP every process
// writes.
// Covers: write EIO, SIGTTOU
// REQUIRES: terminal
#include "wali/test.h"

namespace {

struct Seen {
  Result ignored, blocked, orphaned, orphaned_without;
  int stopped, then;
};

void set_tostop(int fd, bool on) {
  constexpr uint32_t tostop = 0x100;
  termios settings;
  setup::require_zero("ioctl", sys::ioctl(fd, TCGETS, &settings));
  settings.c_lflag = on ? settings.c_lflag | tostop : settings.c_lflag & ~tostop;
  setup::require_zero("ioctl", sys::ioctl(fd, TCSETS, &settings));
}

void write_in_the_background(int fd, Seen &seen) {
  setup::require_zero("setpgid", sys::setpgid(0, 0));
  setup::set_disposition(SIGTTOU, SIG_IGN);
  seen.ignored = sys::write(fd, "a", 1);
  setup::set_disposition(SIGTTOU, SIG_DFL);
  setup::block(SIGTTOU);
  seen.blocked = sys::write(fd, "b", 1);
  setup::unblock(SIGTTOU);
  sys::write(fd, "c", 1);
}

} // namespace

void test() {
  Seen &seen = setup::shared<Seen>();
  Terminal tty = setup::terminal();
  Child leader = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    set_tostop(tty.slave, true);
    Child background = setup::fork([&] { write_in_the_background(tty.slave, seen); });
    setup::require_value("wait4", sys::wait4(background.pid(), &seen.stopped, WUNTRACED, nullptr), background.pid());
    // Its parent moves it to the foreground, and is the background itself, without
    // anyone in its session to continue it.
    int group = background.pid();
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSPGRP, &group));
    seen.orphaned = sys::write(tty.slave, "d", 1);
    background.kill(SIGCONT);
    seen.then = background.wait().value;
    setup::set_disposition(SIGTTOU, SIG_IGN); // or it might not change the settings
    set_tostop(tty.slave, false);
    setup::set_disposition(SIGTTOU, SIG_DFL);
    seen.orphaned_without = sys::write(tty.slave, "e", 1);
  });
  report("leader", leader.wait());
  report("write with SIGTTOU ignored", seen.ignored);
  report("write with SIGTTOU blocked", seen.blocked);
  report("write with neither", WaitStatus{seen.stopped});
  report("write of an orphan", seen.orphaned);
  report("after SIGCONT in the foreground", WaitStatus{seen.then});
  report("write of an orphan without TOSTOP", seen.orphaned_without);
  tty.slave.reset(); // the master's end of file, -EIO
  GuardedBytes<8> buffer;
  size_t size = 0;
  for (int64_t count = 1; count > 0; size += count > 0 ? static_cast<size_t>(count) : 0)
    count = sys::read(tty.master, *&buffer + size, 8 - size).value;
  report("bytes at the master", buffer.bytes(size));
}
