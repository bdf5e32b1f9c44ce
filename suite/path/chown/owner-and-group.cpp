// Root can give a file another owner, another group or both. -1 leaves the owner or the group as it
// is, and ids beyond 31 bits are ordinary ids.
// Covers: chown owner, group
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_ids(const char *path) {
  struct stat status = setup::stat(path);
  report("owner and group", label(status.st_uid, " ", status.st_gid));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  report("both", sys::chown("file", 70001, 70002));
  report_ids("file");
  report("owner alone", sys::chown("file", 5, -1));
  report_ids("file");
  report("group alone", sys::chown("file", -1, 6));
  report_ids("file");
  report("neither", sys::chown("file", -1, -1));
  report_ids("file");
  report("beyond 31 bits", sys::chown("file", -2147483647, -2));
  report_ids("file");
  report("by a link", sys::chown("link", 0, 7));
  report_ids("file");
  report_ids("link");
}
