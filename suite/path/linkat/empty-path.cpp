// With AT_EMPTY_PATH a privileged caller gives the descriptor's own file a name, of
// an O_PATH handle too; a directory gets none.
// Covers: linkat AT_EMPTY_PATH, EPERM
// REQUIRES: root
#include "wali/test.h"

namespace {

Text contents(const char *path) {
  Fd file(sys::open(path, O_RDONLY, 0).fd());
  return file >= 0 ? setup::read_all(file) : Text("(none)");
}

} // namespace

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_PATH), directory = setup::open(".", O_RDONLY);
  report("file", sys::linkat(file, "", AT_FDCWD, "second", AT_EMPTY_PATH));
  report("second", contents("second"));
  report("directory", sys::linkat(directory, "", AT_FDCWD, "third", AT_EMPTY_PATH));
  Fd unnamed = setup::open(".", O_RDWR | O_TMPFILE);
  setup::write_all(unnamed, "found a name");
  report("unnamed file", sys::linkat(unnamed, "", AT_FDCWD, "named", AT_EMPTY_PATH));
  report("named", contents("named"));
}
