// On a read-only mount FS_IOC_GETFLAGS gives an inode's flags. FS_IOC_SETFLAGS is EROFS.
// Covers: ioctl FS_IOC_GETFLAGS, FS_IOC_SETFLAGS, EROFS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::write_file(label(setup::disk, "/file").c_str(), "");
  Fd file = setup::open(label(setup::read_only_disk, "/file").c_str(), O_RDONLY);
  uint32_t flags = ~FS_NODUMP_FL;
  report("FS_IOC_GETFLAGS", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  report("nodump", Hex{flags & FS_NODUMP_FL});
  uint32_t wanted = flags | FS_NODUMP_FL;
  report("FS_IOC_SETFLAGS", sys::ioctl(file, FS_IOC_SETFLAGS, &wanted));
  report("FS_IOC_GETFLAGS", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  report("nodump", Hex{flags & FS_NODUMP_FL});
}
