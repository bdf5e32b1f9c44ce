// rename accepts paths that end with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: rename last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::rename(setup::at_the_end("f"), "new"));
  report("second path up to the last byte", sys::rename("new", setup::at_the_end("g")));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::rename(endless, "other"));
  report("second path without an end", sys::rename("g", endless));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::rename(outside, "other"));
  report("second path outside memory", sys::rename("g", outside));
}
