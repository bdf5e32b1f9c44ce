// statx gives the inode flag FS_NODUMP_FL as an attribute once the owner sets it, and
// stx_attributes_mask knows the bit.
// Covers: statx STATX_ATTR_NODUMP
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, &extended));
  report("attribute", Flags{sets::statx_attributes, extended->stx_attributes & STATX_ATTR_NODUMP});
  int64_t flags = 0;
  setup::require_zero("FS_IOC_GETFLAGS", sys::ioctl(file, FS_IOC_GETFLAGS, &flags));
  flags |= FS_NODUMP_FL;
  setup::set_inode_flags(file, flags);
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, &extended));
  report("attribute", Flags{sets::statx_attributes, extended->stx_attributes & STATX_ATTR_NODUMP});
  report("known", Flags{sets::statx_attributes, extended->stx_attributes_mask & STATX_ATTR_NODUMP});
}
