// fchdir goes to the directory that was opened, and not to another that has its name by now.
// Covers: fchdir renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/first", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  setup::rename("directory", "moved");
  setup::mkdir("directory");
  setup::write_file("directory/second", "");
  report("fchdir", sys::fchdir(directory));
  report("access of a name of the first", sys::access("first", F_OK));
  report("access of a name of the second", sys::access("second", F_OK));
  report("access of it from there", sys::access("../directory/second", F_OK));
}
