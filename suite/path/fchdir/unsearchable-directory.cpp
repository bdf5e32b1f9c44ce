// fchdir needs the right to search the directory when it is called, even when the directory was opened before the
// right was taken.
// Covers: fchdir EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("closed");
  setup::write_file("name", "top");
  setup::write_file("closed/name", "within");
  Fd directory = setup::open("closed", O_RDONLY | O_DIRECTORY);
  setup::chmod("closed", 0600);
  report("fchdir", sys::fchdir(directory));
  report("name", setup::read_file("name"));
  setup::chmod("closed", 0100);
  report("fchdir with the right to search alone", sys::fchdir(directory));
  report("name", setup::read_file("name"));
}
