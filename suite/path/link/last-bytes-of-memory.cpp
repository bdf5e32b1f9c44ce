// link accepts a path that ends at the last byte of memory. A path that runs beyond memory, or lies
// outside it, gives -EFAULT and makes no link.
// Covers: link last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::link(setup::at_the_end("f"), "new"));
  report("second path up to the last byte", sys::link("f", setup::at_the_end("g")));
  report("links of the file", setup::stat("f").st_nlink);
  report("new", sys::access("new", F_OK));
  report("g", sys::access("g", F_OK));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::link(endless, "other"));
  report("second path without an end", sys::link("f", endless));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::link(outside, "other"));
  report("second path outside memory", sys::link("f", outside));
  report("links of the file", setup::stat("f").st_nlink);
}
