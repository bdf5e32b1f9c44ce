// If the working directory is outside the root, getcwd gives its path from the old root with
// "(unreachable)" before it.
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
  report("length of the path before, with its NUL", uint64_t{length});
  report("getcwd", sys::getcwd(path, 1024));
  report("beginning", after.bytes(13));
  report("bytes of the rest that differ from the path before", uint64_t{differing_bytes(path + 13, before, length)});
  report_poison("behind", path + 13 + length, 1024 - 13 - length);
  setup::chdir("/");
  report("in the root", sys::getcwd(path, 1024));
  report("path", after.bytes(2));
}
