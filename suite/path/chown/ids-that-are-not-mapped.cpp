// chown refuses an id that the user namespace does not map, and changes nothing: the file keeps its
// owner, its group and its set-user-id bit.
// Covers: chown EINVAL
// Covers: fchown EINVAL
// Covers: fchownat EINVAL
// REQUIRES: ns-root
#include "wali/test.h"

namespace {

void report_status() {
  struct stat status = setup::stat("file");
  report("mode", FileMode{status.st_mode});
  report("owner and group", label(status.st_uid, " ", status.st_gid));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::chmod("file", 04711);
  report("chown, owner", sys::chown("file", 1, -1));
  report("chown, group", sys::chown("file", -1, 1));
  report("fchown", sys::fchown(file, 1, 0));
  report("fchownat", sys::fchownat(AT_FDCWD, "file", 0, 1, 0));
  report_status();
  report("chown to the ids that are mapped", sys::chown("file", 0, 0));
  report_status();
}
