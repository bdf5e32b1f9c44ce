// Without privileges in the whole system a file cannot be made immutable or append-only, not even by its owner. The
// refused request sets no other flag either.
// Covers: ioctl FS_IOC_SETFLAGS, EPERM, immutable flag
// REQUIRES: user || ns-root, namespaces
#include "wali/test.h"

void test() {
  Fd file = setup::open(label(setup::disk, "/file").c_str(), O_RDWR | O_CREAT);
  uint32_t before = 0, after = 0;
  report("FS_IOC_GETFLAGS", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &before));
  report("flags", Hex{before});
  for (uint32_t flag : {FS_IMMUTABLE_FL, FS_APPEND_FL}) {
    uint32_t wanted = before | flag | FS_NODUMP_FL;
    report(label("FS_IOC_SETFLAGS ", Hex{flag}), sys::ioctl(file, FS_IOC_SETFLAGS, &wanted));
  }
  report("FS_IOC_GETFLAGS", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &after));
  report("flags", Hex{after});
  report("write", sys::write(file, "x", 1));
}
