// All threads of a process have one root: chroot in one of them changes that of the others.
// Covers: chroot threads
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  static Event moved, seen;
  static Text name;
  Thread waiting([](void *) {
    moved.wait();
    name = setup::read_file("/name");
    seen.set();
  });
  Thread([](void *) { report("chroot in a thread", sys::chroot("a")); }).join();
  report("/name in the first thread", setup::read_file("/name"));
  report("chroot in the first thread", sys::chroot("/b"));
  moved.set();
  seen.wait();
  report("/name in a thread that was there before", name);
}
