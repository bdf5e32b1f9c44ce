// In a set-group-ID directory mkdirat gives the new directory the group of that one, and the bit. Elsewhere it gets
// the group of who makes it.
// Covers: mkdirat S_ISGID
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::mkdir("plain");
  setup::chown("plain", 0, 70100);
  setup::mkdir("group");
  setup::chown("group", 0, 70100);
  setup::chmod("group", 02755);
  report("getegid", sys::getegid());
  for (const char *path : {"plain", "group"}) {
    report(path, sys::mkdirat(setup::open(path, O_RDONLY | O_DIRECTORY), "new", 0700));
    const struct stat status = setup::stat(label(path, "/new").c_str());
    report("group and mode", label(status.st_gid, " ", Octal{status.st_mode & 07777}));
  }
}
