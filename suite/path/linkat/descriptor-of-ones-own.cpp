// A process that has opened a file can give it a name by its descriptor and AT_EMPTY_PATH without any capability.
// Covers: linkat AT_EMPTY_PATH
// REQUIRES: user, link-by-descriptor
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_PATH), unnamed = setup::open(".", O_RDWR | O_TMPFILE);
  setup::write_all(unnamed, "found a name");
  report("file", sys::linkat(file, "", AT_FDCWD, "second", AT_EMPTY_PATH));
  report("second", setup::read_file("second"));
  report("unnamed file", sys::linkat(unnamed, "", AT_FDCWD, "third", AT_EMPTY_PATH));
  report("third", setup::read_file("third"));
}
