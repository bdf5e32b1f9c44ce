// TIOCEXCL refuses further opens of a terminal to the unprivileged until TIOCNXCL.
// Covers: ioctl TIOCEXCL, TIOCNXCL, EBUSY
// REQUIRES: user, terminal
#include "wali/test.h"

namespace {

// A request's argument that is a number, not an address.
void *number(uintptr_t value) { return reinterpret_cast<void *>(value); }

} // namespace

void test() {
  Terminal tty = setup::terminal();
  report("TIOCEXCL", sys::ioctl(tty.slave, TIOCEXCL, nullptr));
  report("TIOCGPTPEER", sys::ioctl(tty.master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY)));
  report("TIOCNXCL", sys::ioctl(tty.slave, TIOCNXCL, nullptr));
  Fd again(sys::ioctl(tty.master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY | O_CLOEXEC)).fd());
  report("descriptor flags of the next", setup::descriptor_flags(again));
}
