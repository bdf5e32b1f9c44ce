// A path may end where memory ends; one that goes on there, or begins outside,
// is refused.
// Covers: fchownat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  path[1] = 'x';
  report("path without an end", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::fchownat(AT_FDCWD, outside, -1, -1, 0));
}
