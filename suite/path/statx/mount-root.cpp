// STATX_ATTR_MOUNT_ROOT is set for the root of a mount and not for a directory in it, and stx_attributes_mask
// contains the bit. Both have the same mount id, and another mount has a different one.
// Covers: statx STATX_ATTR_MOUNT_ROOT, STATX_MNT_ID
#include "wali/test.h"

void test() {
  Guarded<struct statx> root, within;
  report("statx of /proc", sys::statx(AT_FDCWD, "/proc", 0, STATX_BASIC_STATS | STATX_MNT_ID, &root));
  report("attribute", Flags{sets::statx_attributes, root->stx_attributes & STATX_ATTR_MOUNT_ROOT});
  report("known", Flags{sets::statx_attributes, root->stx_attributes_mask & STATX_ATTR_MOUNT_ROOT});
  report("stx_mnt_id", root->stx_mnt_id);
  report("stx_mask's bit", Flags{sets::statx_mask, root->stx_mask & STATX_MNT_ID});
  report("statx within /proc", sys::statx(AT_FDCWD, "/proc/self/", 0, STATX_BASIC_STATS | STATX_MNT_ID, &within));
  report("attribute", Flags{sets::statx_attributes, within->stx_attributes & STATX_ATTR_MOUNT_ROOT});
  report("stx_mnt_id", within->stx_mnt_id);
  report("statx here", sys::statx(AT_FDCWD, ".", 0, STATX_BASIC_STATS | STATX_MNT_ID, &within));
  report("bytes of stx_mnt_id that differ", differing_bytes(&within->stx_mnt_id, &root->stx_mnt_id, 8));
}
