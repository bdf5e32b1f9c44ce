// fchownat changes the link itself with AT_SYMLINK_NOFOLLOW, and with AT_EMPTY_PATH what the
// descriptor stands for, an O_PATH descriptor included. -1 leaves the owner or the group as it is.
// Covers: fchownat owner, group, AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_ids(const char *path) {
  struct stat status = setup::stat(path);
  report(path, label(status.st_uid, " ", status.st_gid));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  Fd handle = setup::open("link", O_PATH | O_NOFOLLOW);
  report("link", sys::fchownat(AT_FDCWD, "link", 70001, 70002, 0));
  report_ids("file");
  report("link, AT_SYMLINK_NOFOLLOW", sys::fchownat(AT_FDCWD, "link", 5, -1, AT_SYMLINK_NOFOLLOW));
  report_ids("link");
  report("handle of the link, AT_EMPTY_PATH", sys::fchownat(handle, "", -1, 6, AT_EMPTY_PATH));
  report_ids("link");
  report("neither", sys::fchownat(AT_FDCWD, "file", -1, -1, 0));
  report_ids("file");
  report("beyond 31 bits", sys::fchownat(AT_FDCWD, "file", -2147483647, -2, 0));
  report_ids("file");
  setup::mkdir("directory");
  setup::chdir("directory");
  report("AT_FDCWD, AT_EMPTY_PATH", sys::fchownat(AT_FDCWD, "", 7, 8, AT_EMPTY_PATH));
  report_ids(".");
}
