// A working directory outside the root is told by a path that cannot be followed: the
// one from the old root, with "(unreachable)" before it.
// Covers: getcwd unreachable
// Covers: chroot working directory
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  char before[1024];
  GuardedBytes<1024> after;
  char *path = reinterpret_cast<char *>(*&after);
  size_t length = setup::require_count("getcwd", sys::getcwd(before, sizeof(before)), sizeof(before));
  setup::mkdir("jail");
  setup::require_zero("chroot", sys::chroot("jail"));
  report("size of the path before", sys::getcwd(path, length));
  report_poison("buffer", after);
  report("longer by", sys::getcwd(path, 1024).value - static_cast<int64_t>(length));
  report("beginning", after.bytes(13));
  report("rest against the path before", compared(__builtin_memcmp(path + 13, before, length), 0));
  report_poison("behind", path + 13 + length, 1024 - 13 - length);
  setup::chdir("/");
  report("in the root", sys::getcwd(path, 1024));
  report("path", after.bytes(2));
}
