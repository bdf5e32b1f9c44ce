// With TIOCPKT each read of the master begins with a byte that says what follows.
// Covers: ioctl TIOCPKT
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
  int on = 1, off = 0;
  char buffer[8] = {};
  report("TIOCPKT on", sys::ioctl(tty.master, TIOCPKT, &on));
  setup::write_all(tty.slave, "hi");
  report("read", sys::read(tty.master, buffer, 8));
  report("packet", Text(buffer, 3));
  report("TIOCPKT off", sys::ioctl(tty.master, TIOCPKT, &off));
  setup::write_all(tty.slave, "ho");
  report("read", sys::read(tty.master, buffer, 8));
  report("bytes", Text(buffer, 2));
  report("TIOCPKT of the slave", sys::ioctl(tty.slave, TIOCPKT, &on));
}
