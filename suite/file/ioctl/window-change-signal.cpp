// A new window size sends SIGWINCH to the terminal's foreground group; the same
// size again sends nothing.
// Covers: ioctl TIOCSWINSZ, SIGWINCH
#include "wali/test.h"

namespace {

volatile int caught;
void count(int signo) { caught = caught + signo; }

struct Terminal {
  Fd master, slave;
};

// A pseudo-terminal of its own, nobody's controlling terminal.
Terminal terminal() {
  Fd master = setup::open("/dev/ptmx", O_RDWR | O_NOCTTY);
  int locked = 0;
  setup::require("ioctl", sys::ioctl(master, TIOCSPTLCK, &locked));
  int64_t slave = setup::require("ioctl", sys::ioctl(master, TIOCGPTPEER, reinterpret_cast<void *>(O_RDWR | O_NOCTTY)));
  return {static_cast<Fd &&>(master), Fd(static_cast<int>(slave))};
}

} // namespace

void test() {
  int64_t *counts = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[2])));
  Terminal tty = terminal();
  Child child = setup::fork([&] {
    setup::on_signal(SIGWINCH, count);
    setup::require("setsid", sys::setsid());
    setup::require("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    winsize size = {24, 80, 0, 0};
    setup::require("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    counts[0] = caught;
    setup::require("ioctl", sys::ioctl(tty.master, TIOCSWINSZ, &size));
    counts[1] = caught;
  });
  report("child", child.wait());
  report("sum of the signals after a new size", counts[0]);
  report("sum of the signals after the same size", counts[1]);
}
