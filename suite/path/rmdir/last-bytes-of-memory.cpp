// rmdir accepts a path that ends with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: rmdir last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::mkdir("d");
  char *path = setup::at_the_end("d");
  report("path up to the last byte", sys::rmdir(path));
  path[1] = 'x';
  report("path without an end", sys::rmdir(path));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::rmdir(outside));
}
