// A pseudo-terminal's slave without a master is EIO to write.
// Covers: write EIO
// Covers: writev EIO
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
  tty.master.reset();
  char word[] = "lost";
  const iovec vector[] = {{word, 4}};
  report("write", sys::write(tty.slave, word, 4));
  report("writev", sys::writev(tty.slave, vector, 1));
}
