// TIOCSPGRP from the background stops the caller by SIGTTOU and leaves the foreground as it is. With SIGTTOU blocked
// it sets the foreground, and no signal is pending.
// Covers: ioctl TIOCSPGRP, SIGTTOU
// REQUIRES: terminal
#include "wali/test.h"

namespace {

int foreground(int fd) {
  int group = 0;
  setup::require_zero("ioctl", sys::ioctl(fd, TIOCGPGRP, &group));
  return group;
}

// In a group of its own, in the background: asks to be the foreground.
void ask(int fd) {
  setup::require_zero("setpgid", sys::setpgid(0, 0));
  int group = setup::require_pid("getpid", sys::getpid());
  sys::ioctl(fd, TIOCSPGRP, &group);
}

void ask_with_the_signal_blocked(int fd) {
  setup::set_mask(signal_bit(SIGTTOU) | signal_bit(SIGUSR1) | signal_bit(SIGTERM));
  setup::require_zero("setpgid", sys::setpgid(0, 0));
  int group = setup::require_pid("getpid", sys::getpid());
  report("group", group);
  report("TIOCSPGRP with SIGTTOU blocked", sys::ioctl(fd, TIOCSPGRP, &group));
  report("pending", setup::pending_signals());
  report("foreground", foreground(fd));
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    report("leader", setup::require_pid("setsid", sys::setsid()));
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    Child background = setup::fork([&] { ask(tty.slave); });
    int status = 0;
    setup::require_value("wait4", sys::wait4(background.pid(), &status, WUNTRACED, nullptr), background.pid());
    report("TIOCSPGRP from the background", WaitStatus{status});
    report("foreground", foreground(tty.slave));
    setup::in_child([&] { ask_with_the_signal_blocked(tty.slave); });
  });
}
