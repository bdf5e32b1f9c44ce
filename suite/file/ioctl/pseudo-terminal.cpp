// A master is locked at first, can be unlocked, gives its number, and opens its slave with the
// given flags.
// Covers: ioctl TIOCGPTN, TIOCSPTLCK, TIOCGPTLCK, TIOCGPTPEER, EIO
// REQUIRES: terminal
#include "wali/test.h"

namespace {

// A request's argument that is a number, not an address.
void *number(uintptr_t value) { return reinterpret_cast<void *>(value); }

} // namespace

void test() {
  Fd master = setup::open("/dev/ptmx", O_RDWR | O_NOCTTY);
  Guarded<int32_t> value;
  report("TIOCGPTLCK", sys::ioctl(master, static_cast<int>(TIOCGPTLCK), &value));
  report("locked", *value);
  report_walls("walls", value);
  report("TIOCGPTPEER, locked", sys::ioctl(master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY)));
  int unlocked = 0;
  report("TIOCSPTLCK", sys::ioctl(master, TIOCSPTLCK, &unlocked));
  report("TIOCGPTLCK", sys::ioctl(master, static_cast<int>(TIOCGPTLCK), &value));
  report("locked", *value);
  Fd slave(sys::ioctl(master, TIOCGPTPEER, number(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)).fd());
  report("slave's descriptor flags", setup::descriptor_flags(slave));
  report("TIOCGPTN", sys::ioctl(master, static_cast<int>(TIOCGPTN), &value));
  report_walls("walls", value);
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(slave, &status));
  report("number", *value);
  report("slave's minor", (status.st_rdev & 0xff) | (status.st_rdev >> 12 & 0xfff00));
  char byte;
  report("read of the quiet slave", sys::read(slave, &byte, 1));
}
