// FS_IOC_SETFLAGS sets an inode flag that FS_IOC_GETFLAGS shows, in four bytes
// although the request's number says eight.
// Covers: ioctl FS_IOC_GETFLAGS, FS_IOC_SETFLAGS, EFAULT, nodump flag
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT), other = setup::open(path.c_str(), O_RDONLY);
  Guarded<uint32_t> flags;
  report("FS_IOC_GETFLAGS", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  report_walls("walls", flags);
  report("nodump", Hex{*flags & FS_NODUMP_FL});
  uint32_t wanted = *flags | FS_NODUMP_FL;
  report("flags to set", Hex{wanted});
  report("FS_IOC_SETFLAGS", sys::ioctl(file, FS_IOC_SETFLAGS, &wanted));
  report("FS_IOC_GETFLAGS", sys::ioctl(other, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  report("flags", Hex{*flags});
  report("FS_IOC_GETFLAGS at a bad address", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), setup::bad_address()));
}
