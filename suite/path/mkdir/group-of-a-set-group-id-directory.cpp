// A directory or file that is made in a set-group-id directory gets that directory's group, not its maker's.
// Covers: mkdir S_ISGID, directory's group
// Covers: open S_ISGID
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::mkdir("shared");
  setup::chown("shared", -1, 77);
  setup::mkdir("shared/before");
  setup::chmod("shared", 02755);
  report("mkdir", sys::mkdir("shared/directory", 0755));
  report("open", sys::open("shared/file", O_WRONLY | O_CREAT, 02711));
  const char *names[] = {"shared/before", "shared/directory", "shared/file"};
  for (const char *name : names) {
    struct stat status = setup::stat(name);
    report(name, label(status.st_gid, " ", Octal{status.st_mode & 07777}));
  }
}
