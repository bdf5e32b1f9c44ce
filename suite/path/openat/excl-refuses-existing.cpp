// O_CREAT|O_EXCL refuses a name that exists, and leaves the file alone.
// Covers: openat EEXIST, O_EXCL, contents after EEXIST
#include "wali/test.h"

void test() {
  setup::write_file("taken", "keep");
  report("openat", sys::openat(AT_FDCWD, "taken", O_WRONLY | O_CREAT | O_EXCL, 0600));
  report("contents", setup::read_file("taken"));
}
