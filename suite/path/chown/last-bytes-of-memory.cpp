// A path may end where memory ends; one that goes on there, or begins outside,
// is refused.
// Covers: chown last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::chown(path, -1, -1));
  path[1] = 'x';
  report("path without an end", sys::chown(path, -1, -1));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::chown(outside, -1, -1));
}
