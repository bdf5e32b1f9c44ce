// A new window size sends SIGWINCH to the terminal's foreground group; the same
// size again sends nothing.
// Covers: ioctl TIOCSWINSZ, SIGWINCH
// REQUIRES: terminal
#include "wali/test.h"

namespace {

volatile int caught;
void count(int signo) { caught = caught + signo; }

} // namespace

void test() {
  int64_t *counts = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[2])));
  Terminal tty = setup::terminal();
  Child child = setup::fork([&] {
    setup::on_signal(SIGWINCH, count);
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    winsize size = {24, 80, 0, 0};
    setup::require_zero("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    counts[0] = caught;
    setup::require_zero("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    counts[1] = caught;
  });
  report("child", child.wait());
  report("sum of the signals after a new size", counts[0]);
  report("sum of the signals after the same size", counts[1]);
}
