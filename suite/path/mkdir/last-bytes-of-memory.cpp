// mkdir accepts a path that ends with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: mkdir last valid byte, EFAULT
#include "wali/test.h"

void test() {
  char *path = setup::at_the_end("d");
  report("path up to the last byte", sys::mkdir(path, 0700));
  path[1] = 'x';
  report("path without an end", sys::mkdir(path, 0700));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::mkdir(outside, 0700));
}
