// A read of a pseudo-terminal's master without a slave gives EIO. A read of a slave without a master gives end of
// file.
// Covers: read EIO
// Covers: readv EIO
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal(), other = setup::terminal();
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
