// An owner without privilege gives a file to any group of his own, and to nobody
// else; of another's file he changes nothing.
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
  struct Seen {
    Result chown, fchown, fchownat, to_himself, to_other_group, to_other_owner, by_descriptor, by_both, others;
  };
  Seen &seen = setup::shared<Seen>();
  for (const char *name : {"one", "two", "three", "roots"})
    setup::write_file(name, "");
  for (const char *name : {"one", "two", "three"})
    setup::chown(name, own_id, own_id);
  setup::chmod("roots", 0666);
  Child child = setup::fork([&] {
    setup::become_ordinary(further_group);
    Fd two = setup::open("two", O_RDONLY);
    seen.chown = sys::chown("one", -1, further_group);
    seen.fchown = sys::fchown(two, -1, further_group);
    seen.fchownat = sys::fchownat(AT_FDCWD, "three", -1, further_group, 0);
    seen.to_himself = sys::chown("three", own_id, own_id);
    seen.to_other_group = sys::chown("one", -1, foreign);
    seen.to_other_owner = sys::chown("one", foreign, -1);
    seen.by_descriptor = sys::fchown(two, foreign, -1);
    seen.by_both = sys::fchownat(AT_FDCWD, "one", own_id, foreign, 0);
    seen.others = sys::chown("roots", -1, further_group);
  });
  report("child", child.wait());
  report("chown to a group of his", seen.chown);
  report("fchown", seen.fchown);
  report("fchownat", seen.fchownat);
  report("chown to himself", seen.to_himself);
  report("chown to another group", seen.to_other_group);
  report("chown to another owner", seen.to_other_owner);
  report("fchown to another owner", seen.by_descriptor);
  report("fchownat to himself and another group", seen.by_both);
  report("chown of root's to a group of his", seen.others);
  for (const char *name : {"one", "two", "three", "roots"})
    report_ids(name);
}
