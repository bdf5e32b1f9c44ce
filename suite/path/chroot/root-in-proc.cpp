// The link root of a process in /proc names its root, and cwd the working directory in it.
// Covers: chroot /proc
// Covers: readlink /proc
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  const auto inode = [](const char *path) {
    struct stat status = {};
    setup::require_zero("stat", sys::stat(path, &status));
    return status.st_ino;
  };
  setup::mkdir("jail");
  setup::mkdir("jail/inner");
  Pipe ready = setup::pipe(), end = setup::pipe();
  Child child = setup::fork([&] {
    setup::require_zero("chroot", sys::chroot("jail"));
    setup::chdir("/inner");
    setup::write_all(ready.write, "x");
    char byte;
    setup::require_value("read", sys::read(end.read, &byte, 1), 1);
  });
  char byte;
  setup::require_value("read", sys::read(ready.read, &byte, 1), 1);
  for (const char *name : {"root", "cwd"}) {
    char target[257] = {};
    report(name, sys::readlink(label("/proc/", child.pid(), "/", name).c_str(), target, 256));
    report("what it names", inode(target));
  }
  report("jail", inode("jail"));
  report("jail/inner", inode("jail/inner"));
  report("own root", inode("/proc/self/root"));
  report("the root", inode("/"));
  setup::write_all(end.write, "x");
  report("child", child.wait());
}
