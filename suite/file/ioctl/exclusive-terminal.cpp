// TIOCEXCL refuses further opens of a terminal to the unprivileged until TIOCNXCL.
// Covers: ioctl TIOCEXCL, TIOCNXCL, EBUSY
// REQUIRES: user
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

// A request's argument that is a number, not an address.
void *number(uintptr_t value) { return reinterpret_cast<void *>(value); }

} // namespace

void test() {
  Terminal tty = terminal();
  report("TIOCEXCL", sys::ioctl(tty.slave, TIOCEXCL, nullptr));
  report("TIOCGPTPEER", sys::ioctl(tty.master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY)));
  report("TIOCNXCL", sys::ioctl(tty.slave, TIOCNXCL, nullptr));
  Fd again(sys::ioctl(tty.master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY | O_CLOEXEC)).fd());
  report("descriptor flags of the next", setup::descriptor_flags(again));
}
