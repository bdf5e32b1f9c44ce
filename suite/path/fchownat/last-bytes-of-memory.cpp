// fchownat accepts a path that ends at the last byte of memory. A path that runs beyond memory, or lies outside it,
// gives -EFAULT and changes nothing. The set-user-id bit, which fchownat clears, shows whether it acted.
// Covers: fchownat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  setup::chmod("f", 04711);
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  report("mode", FileMode{setup::stat("f").st_mode});
  setup::chmod("f", 04711);
  path[1] = 'x';
  report("path without an end", sys::fchownat(AT_FDCWD, path, -1, -1, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::fchownat(AT_FDCWD, outside, -1, -1, 0));
  report("mode", FileMode{setup::stat("f").st_mode});
}
