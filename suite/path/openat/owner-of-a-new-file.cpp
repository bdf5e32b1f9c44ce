// A new file belongs to the effective user and group. In a set-group-id directory it gets
// the directory's group, and loses an executable's set-group-id bit if its maker is not in it.
// Covers: openat O_CREAT, S_ISGID, owner of a new file
// Covers: open O_CREAT, S_ISGID
// REQUIRES: root
#include "wali/test.h"

void test() {
  sys::umask(0);
  setup::mkdir("any");
  setup::mkdir("group");
  setup::chown("group", 0, 70100);
  setup::chmod("any", 0777);
  setup::chmod("group", 02777);
  Fd any = setup::open("any", O_RDONLY), group = setup::open("group", O_RDONLY);
  setup::in_child([&] {
    setup::require_zero("fchdir", sys::fchdir(any));
    setup::require_zero("setresgid", sys::setresgid(70001, 70002, 70001));
    setup::require_zero("setresuid", sys::setresuid(70011, 70012, 70011));
    report("open", sys::open("opened", O_WRONLY | O_CREAT, 02770));
    report("openat", sys::openat(any, "opened-at", O_WRONLY | O_CREAT, 06711));
    report("openat of a program", sys::openat(group, "program", O_WRONLY | O_CREAT, 02770));
    report("openat of data", sys::openat(group, "data", O_WRONLY | O_CREAT, 02660));
  });
  const char *paths[] = {"any/opened", "any/opened-at", "group/program", "group/data"};
  for (const char *path : paths) {
    struct stat status = setup::stat(path);
    report(path, label(status.st_uid, " ", status.st_gid, " ", Octal{status.st_mode & 07777}));
  }
}
