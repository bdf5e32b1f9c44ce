// In a set-group-ID directory a new file gets the directory's group. Its set-group-ID bit is lost if the group may
// execute it and who makes it is not in the group.
// Covers: open O_CREAT, S_ISGID
// REQUIRES: root
#include "wali/test.h"

void test() {
  sys::umask(0);
  setup::chmod(".", 0755);
  setup::mkdir("group");
  setup::chown("group", 0, 70100);
  setup::chmod("group", 02777);
  setup::in_child([] {
    setup::become_ordinary();
    report("program", sys::open("group/program", O_WRONLY | O_CREAT, 02770));
    report("data", sys::open("group/data", O_WRONLY | O_CREAT, 02660));
  });
  setup::in_child([] {
    setup::become_ordinary(70100);
    report("a member's program", sys::open("group/members", O_WRONLY | O_CREAT, 02770));
  });
  for (const char *path : {"group/program", "group/data", "group/members"}) {
    const struct stat status = setup::stat(path);
    report(path, label(status.st_gid, " ", Octal{status.st_mode & 07777}));
  }
}
