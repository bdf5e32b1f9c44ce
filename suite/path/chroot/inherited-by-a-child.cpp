// A child starts in the root of its parent. Its own chroot, here through a symbolic link, does not
// change that of the parent.
// Covers: chroot fork, symbolic links
// Covers: fork root directory
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  setup::symlink("b", "a/link");
  report("chroot", sys::chroot("a"));
  setup::in_child([] {
    report("/name in the child", setup::read_file("/name"));
    report("chroot in the child", sys::chroot("/link"));
    report("/name in the child", setup::read_file("/name"));
  });
  report("/name in the parent", setup::read_file("/name"));
}
