// After chroot absolute paths start in the new root, and no `..` leads out of it. The working
// directory stays outside until it is changed, and the root of the parent stays too.
// Covers: chroot success
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("jail");
  setup::write_file("name", "outside");
  setup::write_file("jail/name", "within");
  setup::symlink("/name", "jail/link");
  struct Seen {
    Result root, missing;
    char absolute[6], upwards[6], link[6], relative[7], path[2];
  };
  Seen &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    seen.root = sys::chroot("jail");
    __builtin_memcpy(seen.absolute, setup::read_file("/name").data, 6);
    __builtin_memcpy(seen.upwards, setup::read_file("/../../name").data, 6);
    __builtin_memcpy(seen.relative, setup::read_file("name").data, 7);
    setup::chdir("/..");
    __builtin_memcpy(seen.link, setup::read_file("link").data, 6);
    setup::require_count("getcwd", sys::getcwd(seen.path, sizeof(seen.path)), sizeof(seen.path));
    seen.missing = sys::access("/jail", F_OK);
  });
  report("child", child.wait());
  report("chroot", seen.root);
  report("/name", Text(seen.absolute, 6));
  report("/../../name", Text(seen.upwards, 6));
  report("name", Text(seen.relative, 7));
  report("link to /name", Text(seen.link, 6));
  report("getcwd in the root", Text(seen.path, 2));
  report("/jail", seen.missing);
  report("parent's /proc", sys::access("/proc", F_OK));
}
