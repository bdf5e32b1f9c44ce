// An ordinary user changes neither mode nor owner nor times of what is root's.
// Covers: chmod EPERM
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// Covers: chown EPERM
// Covers: fchown EPERM
// Covers: fchownat EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  Fd root = setup::open("/proc", O_RDONLY | O_DIRECTORY);
  int own = static_cast<int>(setup::require_count("getuid", sys::getuid(), 0x7fffffff));
  report("chmod", sys::chmod("/proc", 0777));
  report("fchmod", sys::fchmod(root, 0777));
  report("fchmodat", sys::fchmodat(AT_FDCWD, "/proc", 0777, 0));
  report("chown", sys::chown("/proc", own, -1));
  report("fchown", sys::fchown(root, own, -1));
  report("fchownat", sys::fchownat(AT_FDCWD, "/proc", own, -1, 0));
  setup::write_file("file", "");
  report("fchownat of one's own file to nobody's group", sys::fchownat(AT_FDCWD, "file", -1, 0, 0));
}
