// linkat accepts a path that ends at the last byte of memory. A path that runs beyond memory, or
// lies outside it, gives -EFAULT and makes no link.
// Covers: linkat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  report("first path up to the last byte", sys::linkat(AT_FDCWD, setup::at_the_end("f"), AT_FDCWD, "new", 0));
  report("second path up to the last byte", sys::linkat(AT_FDCWD, "f", AT_FDCWD, setup::at_the_end("g"), 0));
  report("links of the file", setup::stat("f").st_nlink);
  report("new", sys::access("new", F_OK));
  report("g", sys::access("g", F_OK));
  char *endless = setup::at_the_end("g");
  endless[1] = 'x';
  report("first path without an end", sys::linkat(AT_FDCWD, endless, AT_FDCWD, "other", 0));
  report("second path without an end", sys::linkat(AT_FDCWD, "f", AT_FDCWD, endless, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("first path outside memory", sys::linkat(AT_FDCWD, outside, AT_FDCWD, "other", 0));
  report("second path outside memory", sys::linkat(AT_FDCWD, "f", AT_FDCWD, outside, 0));
  report("links of the file", setup::stat("f").st_nlink);
}
