// A new window size sends SIGWINCH to the terminal's foreground group. The same size again sends nothing.
// Covers: ioctl TIOCSWINSZ, SIGWINCH
// REQUIRES: terminal
#include "wali/test.h"

namespace {

volatile int caught;
void count(int) { caught = caught + 1; }

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    setup::on_signal(SIGWINCH, count);
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    winsize size = {24, 80, 0, 0};
    setup::require_zero("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    report("signals after a new size", caught);
    setup::require_zero("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    report("signals after the same size", caught);
  });
}
