// open accepts a path that ends with the last byte of memory. It refuses one that continues beyond it or begins
// outside memory.
// Covers: open last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::open(path, O_RDONLY, 0));
  path[1] = 'x';
  report("path without an end", sys::open(path, O_RDONLY, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::open(outside, O_RDONLY, 0));
}
