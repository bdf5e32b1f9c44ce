// A child starts in its parent's root and changes its own, which a link may lead to; a
// thread changes that of all.
// Covers: chroot fork, threads, symbolic links
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  setup::symlink("b", "a/link");
  setup::chdir("a");
  static Result result;
  Thread([](void *) { result = sys::chroot("."); }).join();
  report("chroot of a thread", result);
  report("/name after the thread", setup::read_file("/name"));
  char *seen = static_cast<char *>(setup::shared_memory(64));
  Child child = setup::fork([&] {
    __builtin_memcpy(seen, setup::read_file("/name").data, 4);
    setup::require_zero("chroot", sys::chroot("/link"));
    __builtin_memcpy(seen + 4, setup::read_file("/name").data, 4);
  });
  report("child", child.wait());
  report("child before and after", Text(seen, 8));
  report("/name", setup::read_file("/name"));
}
