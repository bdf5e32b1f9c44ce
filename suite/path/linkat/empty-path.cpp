// With AT_EMPTY_PATH who opened a file gives the descriptor's own file a name, of
// an O_PATH handle too; a directory gets none, nor does one who became another.
// Covers: linkat AT_EMPTY_PATH, EPERM, ENOENT
// REQUIRES: root, link-by-descriptor
#include "wali/test.h"

namespace {

Text contents(const char *path) {
  Fd file = setup::open(path, O_RDONLY);
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
  // The caller may write here, and the file is his: only the privilege is missing.
  setup::chmod(".", 0777);
  setup::require_zero("fchown", sys::fchown(unnamed, 1000, 1000));
  Result &seen = setup::shared<Result>();
  Child child = setup::fork([&] {
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    seen = sys::linkat(unnamed, "", AT_FDCWD, "fourth", AT_EMPTY_PATH);
  });
  report("child", child.wait());
  report("without privilege", seen);
}
