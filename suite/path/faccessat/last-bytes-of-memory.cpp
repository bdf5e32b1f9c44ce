// faccessat accepts a path that ends at the last byte of memory. A path that runs beyond memory, or
// lies outside it, gives -EFAULT.
// Covers: faccessat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::faccessat(AT_FDCWD, path, R_OK, 0));
  path[1] = 'x';
  report("path without an end", sys::faccessat(AT_FDCWD, path, R_OK, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::faccessat(AT_FDCWD, outside, R_OK, 0));
}
