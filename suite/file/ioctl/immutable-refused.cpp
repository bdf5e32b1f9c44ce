// Without privileges in the whole system a file cannot be made immutable or append-only, not
// even by its owner; the refused request sets no other flag either.
// Covers: ioctl FS_IOC_SETFLAGS, EPERM
// REQUIRES: user || ns-root
#include "wali/test.h"

void test() {
  constexpr uint32_t immutable = 0x10, append_only = 0x20, nodump = 0x40;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint32_t before, after = 0;
  setup::require("ioctl", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &before));
  for (uint32_t flag : {immutable, append_only}) {
    uint32_t wanted = before | flag | nodump;
    report(label("FS_IOC_SETFLAGS ", Hex{flag}), sys::ioctl(file, FS_IOC_SETFLAGS, &wanted));
  }
  setup::require("ioctl", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &after));
  report("flags against those before", compared(after, before));
  report("write", sys::write(file, "x", 1));
}
