// A terminal has no position. The position of /dev/null and /dev/zero is always 0, whatever lseek sets.
// Covers: lseek ESPIPE, terminal, device
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  Fd null = setup::open("/dev/null", O_RDWR), zero = setup::open("/dev/zero", O_RDONLY);
  report("master", sys::lseek(tty.master, 0, SEEK_CUR));
  report("slave", sys::lseek(tty.slave, 0, SEEK_SET));
  report("/dev/null", sys::lseek(null, 1000, SEEK_SET));
  report("/dev/null from the end", sys::lseek(null, -3, SEEK_END));
  setup::write_all(null, "gone");
  report("/dev/null after a write", sys::lseek(null, 0, SEEK_CUR));
  report("/dev/zero", sys::lseek(zero, int64_t{5} << 32, SEEK_SET));
}
