// mkdirat accepts a path that ends with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: mkdirat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  char *path = setup::at_the_end("d");
  report("path up to the last byte", sys::mkdirat(AT_FDCWD, path, 0700));
  path[1] = 'x';
  report("path without an end", sys::mkdirat(AT_FDCWD, path, 0700));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::mkdirat(AT_FDCWD, outside, 0700));
}
