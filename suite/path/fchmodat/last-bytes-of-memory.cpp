// fchmodat accepts a path that ends at the last byte of memory. A path that runs beyond memory, or
// lies outside it, gives -EFAULT and changes no mode.
// Covers: fchmodat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "");
  char *path = setup::at_the_end("f");
  report("path up to the last byte", sys::fchmodat(AT_FDCWD, path, 0641, 0));
  report("mode", FileMode{setup::stat("f").st_mode});
  path[1] = 'x';
  report("path without an end", sys::fchmodat(AT_FDCWD, path, 0600, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::fchmodat(AT_FDCWD, outside, 0600, 0));
  report("mode", FileMode{setup::stat("f").st_mode});
}
