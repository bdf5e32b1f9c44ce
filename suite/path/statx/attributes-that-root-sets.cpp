// statx says whether a file is immutable or append-only, and stx_attributes_mask contains both
// bits.
// Covers: statx STATX_ATTR_IMMUTABLE, STATX_ATTR_APPEND
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  // The bits of FS_IMMUTABLE_FL and FS_APPEND_FL too.
  constexpr uint64_t both = STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND;
  setup::chdir(setup::disk);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  const int64_t cases[] = {0, STATX_ATTR_IMMUTABLE, STATX_ATTR_APPEND, STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND, 0};
  for (int64_t flags : cases) {
    setup::set_inode_flags(file, flags);
    Guarded<struct statx> extended;
    report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, &extended));
    report("attributes", Flags{sets::statx_attributes, extended->stx_attributes & both});
    report("known", Flags{sets::statx_attributes, extended->stx_attributes_mask & both});
  }
}
