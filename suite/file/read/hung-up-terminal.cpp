// A pseudo-terminal's master without a slave is EIO to read; a slave without a
// master is at its end.
// Covers: read EIO
// Covers: readv EIO
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
  Terminal tty = terminal(), other = terminal();
  tty.slave.reset();
  GuardedBytes<8> buffer;
  const iovec vector[] = {{&buffer, 8}};
  report("read of the master", sys::read(tty.master, &buffer, 8));
  report("readv of the master", sys::readv(tty.master, vector, 1));
  report_poison("buffer", buffer);
  other.master.reset();
  report("read of the slave", sys::read(other.slave, &buffer, 8));
  report("readv of the slave", sys::readv(other.slave, vector, 1));
}
