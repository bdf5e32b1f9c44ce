// F_SETFL does not clear O_APPEND of a descriptor of an append-only file, and then changes no other flag either. With
// O_APPEND it sets the others.
// Covers: fcntl F_SETFL, O_APPEND, EPERM, append-only file
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND);
  uint32_t flags;
  setup::require_zero("ioctl", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  flags |= FS_APPEND_FL;
  setup::set_inode_flags(file, flags);
  report("F_SETFL O_NONBLOCK", sys::fcntl(file, F_SETFL, O_NONBLOCK));
  report("flags", setup::status_flags(file));
  report("F_SETFL O_APPEND|O_NONBLOCK", sys::fcntl(file, F_SETFL, O_APPEND | O_NONBLOCK));
  report("flags", setup::status_flags(file));
}
