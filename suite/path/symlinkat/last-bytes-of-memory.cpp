// symlinkat accepts paths that end with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: symlinkat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::symlinkat(setup::at_the_end("f"), AT_FDCWD, "new"));
  report("second path up to the last byte", sys::symlinkat("f", AT_FDCWD, setup::at_the_end("g")));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::symlinkat(endless, AT_FDCWD, "other"));
  report("second path without an end", sys::symlinkat("f", AT_FDCWD, endless));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::symlinkat(outside, AT_FDCWD, "other"));
  report("second path outside memory", sys::symlinkat("f", AT_FDCWD, outside));
}
