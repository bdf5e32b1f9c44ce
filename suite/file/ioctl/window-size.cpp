// A window size set at one end of a pseudo-terminal is read at the other, each
// field in its place in eight bytes.
// Covers: ioctl TIOCGWINSZ, TIOCSWINSZ, layout, EFAULT
#include "wali/test.h"

namespace {

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
  Terminal tty = terminal();
  Guarded<winsize> size;
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, &size));
  report("at first", *size);
  report_walls("walls", size);
  winsize wanted = {0x1234, 0x5678, 0x9abc, 0xdef0};
  report("TIOCSWINSZ", sys::ioctl(tty.master, TIOCSWINSZ, &wanted));
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, &size));
  report("size", *size);
  wanted = {24, 80, 0, 0};
  report("TIOCSWINSZ by the slave", sys::ioctl(tty.slave, TIOCSWINSZ, &wanted));
  report("TIOCGWINSZ by the master", sys::ioctl(tty.master, TIOCGWINSZ, &size));
  report("size", *size);
  report("TIOCGWINSZ at a bad address", sys::ioctl(tty.slave, TIOCGWINSZ, setup::bad_address()));
  report("TIOCSWINSZ at a bad address", sys::ioctl(tty.slave, TIOCSWINSZ, setup::bad_address()));
}
