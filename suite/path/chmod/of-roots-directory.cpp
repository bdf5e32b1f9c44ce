// An ordinary user can change neither the mode nor the owner of a directory that is root's, nor give
// his own file to root's group.
// Covers: chmod EPERM
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// Covers: chown EPERM
// Covers: fchown EPERM
// Covers: fchownat EPERM
// REQUIRES: user, other-ids
#include "wali/test.h"

namespace {

void report_status(const char *path) {
  struct stat status = setup::stat(path);
  report("mode", FileMode{status.st_mode});
  report("owner", status.st_uid);
  report("group", status.st_gid);
}

} // namespace

// The mode is the one that the directory has: where a call succeeds, it changes nothing of the machine.
void test() {
  Fd root = setup::open("/proc", O_RDONLY | O_DIRECTORY);
  int own = static_cast<int>(setup::require_count("getuid", sys::getuid(), 0x7fffffff));
  report_status("/proc");
  report("chmod", sys::chmod("/proc", 0555));
  report("fchmod", sys::fchmod(root, 0555));
  report("fchmodat", sys::fchmodat(AT_FDCWD, "/proc", 0555, 0));
  report("chown", sys::chown("/proc", own, -1));
  report("fchown", sys::fchown(root, own, -1));
  report("fchownat", sys::fchownat(AT_FDCWD, "/proc", own, -1, 0));
  report_status("/proc");
  setup::write_file("file", "");
  report_status("file");
  report("fchownat of one's own file to group 0", sys::fchownat(AT_FDCWD, "file", -1, 0, 0));
  report_status("file");
}
