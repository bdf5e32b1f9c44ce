// The owner of a link does not count when it is followed: a user reads a file by anybody's link. It counts when a link
// is removed from a sticky directory.
// Covers: symlink owner, following
// Covers: unlink EPERM, sticky directory
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::chmod(".", 0755);
  setup::write_file("file", "contents");
  setup::chmod("file", 0644);
  setup::mkdir("shared");
  setup::chmod("shared", 01777);
  setup::mkdir("plain");
  const struct {
    const char *path;
    int owner;
  } links[] = {
      {"plain/roots", 0}, {"plain/others", 70001}, {"plain/own", 1000}, {"shared/others", 70001}, {"shared/own", 1000}};
  for (const auto &[path, owner] : links) {
    report(path, sys::symlink("../file", path));
    setup::require_zero("lchown", sys::fchownat(AT_FDCWD, path, owner, owner, AT_SYMLINK_NOFOLLOW));
  }
  setup::chmod("plain", 0755);
  setup::in_child([] {
    setup::become_ordinary();
    for (const char *path : {"plain/roots", "plain/others", "plain/own"})
      report(label("contents by ", path), setup::read_file(path));
    report("unlink of another's", sys::unlink("shared/others"));
    report("unlink of one's own", sys::unlink("shared/own"));
  });
}
