// A file with the append-only attribute can neither be truncated nor grown nor set to the size that it has. A
// descriptor with O_APPEND to a file without the attribute allows all that.
// Covers: ftruncate EPERM, O_APPEND
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  setup::write_file(path.c_str(), "0123456789");
  Fd before = setup::open(path.c_str(), O_RDWR), appender = setup::open(path.c_str(), O_WRONLY | O_APPEND);
  uint32_t flags;
  setup::require_zero("ioctl", sys::ioctl(before, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  flags |= FS_APPEND_FL;
  setup::set_inode_flags(before, flags);
  report("cut by a descriptor from before", sys::ftruncate(before, 5));
  report("cut by one with O_APPEND", sys::ftruncate(appender, 5));
  report("grown", sys::ftruncate(appender, 50));
  report("to the same size", sys::ftruncate(appender, 10));
  report("contents", setup::read_file(path.c_str()));
  flags &= ~FS_APPEND_FL;
  setup::set_inode_flags(before, flags);
  report("cut without the attribute", sys::ftruncate(appender, 5));
  report("contents", setup::read_file(path.c_str()));
}
