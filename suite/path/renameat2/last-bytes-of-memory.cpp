// renameat2 accepts paths that end with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: renameat2 last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::renameat2(AT_FDCWD, setup::at_the_end("f"), AT_FDCWD, "new", 0));
  report("second path up to the last byte", sys::renameat2(AT_FDCWD, "new", AT_FDCWD, setup::at_the_end("g"), 0));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::renameat2(AT_FDCWD, endless, AT_FDCWD, "other", 0));
  report("second path without an end", sys::renameat2(AT_FDCWD, "g", AT_FDCWD, endless, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::renameat2(AT_FDCWD, outside, AT_FDCWD, "other", 0));
  report("second path outside memory", sys::renameat2(AT_FDCWD, "g", AT_FDCWD, outside, 0));
}
