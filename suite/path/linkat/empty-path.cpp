// With AT_EMPTY_PATH the caller that opened a file gives it a name by its descriptor, which may be
// an O_PATH or an O_TMPFILE descriptor. A directory is refused, and so is a caller that changed its
// user since.
// Covers: linkat AT_EMPTY_PATH, EPERM, ENOENT
// REQUIRES: root, link-by-descriptor
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_PATH), directory = setup::open(".", O_RDONLY);
  report("file", sys::linkat(file, "", AT_FDCWD, "second", AT_EMPTY_PATH));
  report("second", setup::read_file("second"));
  report("directory", sys::linkat(directory, "", AT_FDCWD, "third", AT_EMPTY_PATH));
  Fd unnamed = setup::open(".", O_RDWR | O_TMPFILE);
  setup::write_all(unnamed, "found a name");
  report("unnamed file", sys::linkat(unnamed, "", AT_FDCWD, "named", AT_EMPTY_PATH));
  report("named", setup::read_file("named"));
  // The child may write here, and the file is its own. It lacks only the rights of who opened the file.
  setup::chmod(".", 0777);
  setup::require_zero("fchown", sys::fchown(unnamed, 1000, 1000));
  setup::in_child([&] {
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report("as another user", sys::linkat(unnamed, "", AT_FDCWD, "fourth", AT_EMPTY_PATH));
  });
  report("links of the file", setup::stat("file").st_nlink);
  report("links of the unnamed file", setup::stat("named").st_nlink);
}
