// lstat returns the owner and the group of a symbolic link itself, not those of its target.
// Covers: lstat st_uid, st_gid of a link
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  setup::chown("file", 70001, 70002);
  setup::require_zero("lchown", sys::fchownat(AT_FDCWD, "link", 70003, 70004, AT_SYMLINK_NOFOLLOW));
  struct stat status = {};
  report("lstat", sys::lstat("link", &status));
  report("owner and group", label(status.st_uid, " ", status.st_gid));
  setup::require_zero("stat", sys::stat("link", &status));
  report("those of the target", label(status.st_uid, " ", status.st_gid));
}
