// New directories and symbolic links belong to the effective user and group, not to the real ones.
// Covers: mkdir owner, group
// Covers: mkdirat owner, group
// Covers: symlink owner, group
// Covers: symlinkat owner, group
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::mkdir("open");
  setup::chmod("open", 0777);
  setup::chdir("open");
  setup::require_zero("setresgid", sys::setresgid(-1, 70002, -1));
  setup::require_zero("setresuid", sys::setresuid(-1, 70001, -1));
  report("mkdir", sys::mkdir("one", 0700));
  report("mkdirat", sys::mkdirat(AT_FDCWD, "two", 0700));
  report("symlink", sys::symlink("one", "three"));
  report("symlinkat", sys::symlinkat("one", AT_FDCWD, "four"));
  for (const char *name : {"one", "two", "three", "four"}) {
    struct stat status = setup::stat(name);
    report(name, label(status.st_uid, " ", status.st_gid));
  }
}
