// TCSETSF and TCFLSH discard what was typed and not yet read. TCFLSH and TCXONC refuse a number that they do not
// know.
// Covers: ioctl TCSETSF, TCFLSH, TCXONC, TCSBRK, FIONREAD, EINVAL
// REQUIRES: terminal
#include "wali/test.h"

namespace {

// A request's argument that is a number, not an address.
void *number(uintptr_t value) { return reinterpret_cast<void *>(value); }

// Waits until fd has something to read.
void await_input(int fd) {
  pollfd wanted = {fd, POLLIN, 0};
  setup::require_value("poll", sys::poll(&wanted, 1, -1), 1);
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  termios settings;
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TCGETS, &settings));
  Guarded<int32_t> count;
  setup::write_all(tty.master, "line\n");
  await_input(tty.slave);
  report("FIONREAD", sys::ioctl(tty.slave, FIONREAD, &count));
  report("count", *count);
  report_walls("walls", count);
  report("TCSETSF", sys::ioctl(tty.slave, TCSETSF, &settings));
  report("FIONREAD", sys::ioctl(tty.slave, FIONREAD, &count));
  report("count", *count);
  setup::write_all(tty.master, "next\n");
  await_input(tty.slave);
  report("TCFLSH of output", sys::ioctl(tty.slave, TCFLSH, number(1)));
  setup::require_zero("ioctl", sys::ioctl(tty.slave, FIONREAD, &count));
  report("count", *count);
  report("TCFLSH of input", sys::ioctl(tty.slave, TCFLSH, number(0)));
  setup::require_zero("ioctl", sys::ioctl(tty.slave, FIONREAD, &count));
  report("count", *count);
  report("TCFLSH 3", sys::ioctl(tty.slave, TCFLSH, number(3)));
  report("TCXONC 4", sys::ioctl(tty.slave, TCXONC, number(4)));
  report("TCSBRK 1", sys::ioctl(tty.slave, TCSBRK, number(1)));
}
