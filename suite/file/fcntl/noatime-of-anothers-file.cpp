// Only the owner may ask for O_NOATIME; the refused call changes no flag.
// Covers: fcntl F_SETFL, O_NOATIME, EPERM
// REQUIRES: user
#include "wali/test.h"

namespace {

Flags status_flags(int fd) {
  return {abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value)};
}

} // namespace

void test() {
  Fd root = setup::open("/", O_RDONLY);
  report("F_SETFL", sys::fcntl(root, F_SETFL, O_NOATIME | O_NONBLOCK));
  report("flags", status_flags(root));
}
