// F_SETFL does not take O_APPEND from a descriptor of an append-only file, and then
// changes no other flag either; with O_APPEND it sets the others.
// Covers: fcntl F_SETFL, O_APPEND, EPERM
// REQUIRES: root, namespaces
#include "wali/test.h"

namespace {

Flags status_flags(int fd) {
  return {abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value)};
}

} // namespace

void test() {
  constexpr uint32_t append_only = 0x20;
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND);
  uint32_t flags;
  setup::require("ioctl", sys::ioctl(file, static_cast<int>(FS_IOC_GETFLAGS), &flags));
  flags |= append_only;
  setup::require("ioctl", sys::ioctl(file, FS_IOC_SETFLAGS, &flags));
  report("F_SETFL O_NONBLOCK", sys::fcntl(file, F_SETFL, O_NONBLOCK));
  report("flags", status_flags(file));
  report("F_SETFL O_APPEND|O_NONBLOCK", sys::fcntl(file, F_SETFL, O_APPEND | O_NONBLOCK));
  report("flags", status_flags(file));
}
