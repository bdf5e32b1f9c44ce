// An owner without privilege can give a file to any group that he is in. He can give it to no other
// group and to no other user, and can change nothing of a file that is another's.
// Covers: chown EPERM, group, owner without privilege
// Covers: fchown EPERM, group
// Covers: fchownat EPERM, group
// REQUIRES: root
#include "wali/test.h"

namespace {

constexpr int own_id = 1000, further_group = 55, foreign = 77;

void report_ids(const char *path) {
  struct stat status = setup::stat(path);
  report(path, label(status.st_uid, " ", status.st_gid));
}

} // namespace

void test() {
  for (const char *name : {"one", "two", "three", "roots"})
    setup::write_file(name, "");
  for (const char *name : {"one", "two", "three"})
    setup::chown(name, own_id, own_id);
  setup::chmod("roots", 0666);
  setup::in_child([] {
    setup::become_ordinary(further_group);
    Fd two = setup::open("two", O_RDONLY);
    report("chown to a supplementary group", sys::chown("one", -1, further_group));
    report("fchown to a supplementary group", sys::fchown(two, -1, further_group));
    report("fchownat to a supplementary group", sys::fchownat(AT_FDCWD, "three", -1, further_group, 0));
    report("chown to his own user and group", sys::chown("three", own_id, own_id));
    report("chown to another group", sys::chown("one", -1, foreign));
    report("fchown to another group", sys::fchown(two, -1, foreign));
    report("chown to another owner", sys::chown("one", foreign, -1));
    report("fchown to another owner", sys::fchown(two, foreign, -1));
    report("fchownat to himself and another group", sys::fchownat(AT_FDCWD, "one", own_id, foreign, 0));
    report("chown of root's to a supplementary group", sys::chown("roots", -1, further_group));
    report("chown of root's to himself", sys::chown("roots", own_id, -1));
  });
  for (const char *name : {"one", "two", "three", "roots"})
    report_ids(name);
}
