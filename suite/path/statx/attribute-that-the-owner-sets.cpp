// statx gives the inode flag FS_NODUMP_FL as an attribute once the owner sets it, and
// stx_attributes_mask contains the bit.
// Covers: statx STATX_ATTR_NODUMP
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

void report_attribute() {
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BASIC_STATS, &extended));
  report("attribute", Flags{sets::statx_attributes, extended->stx_attributes & STATX_ATTR_NODUMP});
  report("known", Flags{sets::statx_attributes, extended->stx_attributes_mask & STATX_ATTR_NODUMP});
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report_attribute();
  int64_t flags = 0;
  report("FS_IOC_GETFLAGS", sys::ioctl(file, FS_IOC_GETFLAGS, &flags));
  flags |= FS_NODUMP_FL;
  report("FS_IOC_SETFLAGS", sys::ioctl(file, FS_IOC_SETFLAGS, &flags));
  report_attribute();
}
