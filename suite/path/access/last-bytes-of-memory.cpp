// access accepts a path that ends at the last byte of memory. A path that runs beyond memory, or
// lies outside it, gives -EFAULT.
// Covers: access last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::access(path, R_OK));
  path[1] = 'x';
  report("path without an end", sys::access(path, R_OK));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::access(outside, R_OK));
}
