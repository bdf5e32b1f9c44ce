// O_TRUNC does nothing to a terminal: what was written to it before is still there to be read.
// Covers: open O_TRUNC of a terminal
// Covers: openat O_TRUNC of a terminal
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal terminal = setup::terminal();
  Line path = label("/proc/self/fd/", static_cast<int>(terminal.slave));
  setup::write_all(terminal.slave, "output");
  setup::write_all(terminal.master, "i\n");
  report("open", sys::open(path.c_str(), O_RDWR | O_TRUNC | O_NOCTTY, 0));
  report("openat", sys::openat(AT_FDCWD, path.c_str(), O_RDWR | O_TRUNC | O_NOCTTY, 0));
  char bytes[8];
  report("read of the master", sys::read(terminal.master, bytes, 6));
  report("output", Text(bytes, 6));
  report("read of the terminal", sys::read(terminal.slave, bytes, 8));
  report("line", Text(bytes, 2));
}
