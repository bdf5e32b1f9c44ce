// A descriptor opened before the right to search was taken does not help.
// Covers: fchdir EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("closed");
  Fd directory = setup::open("closed", O_RDONLY | O_DIRECTORY);
  setup::chmod("closed", 0600);
  report("fchdir", sys::fchdir(directory));
  setup::chmod("closed", 0100);
  report("fchdir with the right to search alone", sys::fchdir(directory));
}
