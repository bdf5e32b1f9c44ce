// A file whose last name was removed gets no new name, though it is open.
// Covers: linkat ENOENT, unlinked file
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  setup::unlink("file");
  Line path = label("/proc/self/fd/", static_cast<int>(file));
  report("linkat", sys::linkat(AT_FDCWD, path.c_str(), AT_FDCWD, "new", AT_SYMLINK_FOLLOW));
  report("the link itself, to another file system", sys::linkat(AT_FDCWD, path.c_str(), AT_FDCWD, "new", 0));
  report("new", sys::access("new", F_OK));
}
