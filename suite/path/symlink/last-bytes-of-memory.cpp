// symlink accepts paths that end with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: symlink last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::symlink(setup::at_the_end("f"), "new"));
  report("second path up to the last byte", sys::symlink("f", setup::at_the_end("g")));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::symlink(endless, "other"));
  report("second path without an end", sys::symlink("f", endless));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::symlink(outside, "other"));
  report("second path outside memory", sys::symlink("f", outside));
}
