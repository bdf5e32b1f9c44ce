// O_TMPFILE makes a file without a name. linkat can give it one later, unless O_EXCL was given too.
// Covers: open O_TMPFILE, O_EXCL, name for an unnamed file
// Covers: linkat AT_SYMLINK_FOLLOW, ENOENT
#include "wali/test.h"

void test() {
  sys::umask(0);
  Fd file(setup::require_fd("open", sys::open(".", O_RDWR | O_TMPFILE, 0604)));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(file, &status));
  report("mode", FileMode{status.st_mode});
  report("links", status.st_nlink);
  setup::write_all(file, "contents");
  report("linkat", sys::linkat(AT_FDCWD, label("/proc/self/fd/", static_cast<int>(file)).c_str(), AT_FDCWD, "name",
                               AT_SYMLINK_FOLLOW));
  report("name", setup::read_file("name"));
  Fd alone(setup::require_fd("open", sys::open(".", O_RDWR | O_TMPFILE | O_EXCL, 0600)));
  report("linkat after O_EXCL", sys::linkat(AT_FDCWD, label("/proc/self/fd/", static_cast<int>(alone)).c_str(),
                                            AT_FDCWD, "other", AT_SYMLINK_FOLLOW));
}
