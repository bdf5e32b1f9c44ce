// chdir accepts a path that ends at the last byte of memory. A path that runs beyond memory, or
// lies outside it, gives -EFAULT and leaves the working directory as it was.
// Covers: chdir last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::mkdir("d");
  setup::write_file("d/name", "in d");
  char *path = setup::at_the_end("d");
  report("path up to the last byte", sys::chdir(path));
  report("name", setup::read_file("name"));
  path[1] = 'x';
  report("path without an end", sys::chdir(path));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::chdir(outside));
  report("name", setup::read_file("name"));
}
