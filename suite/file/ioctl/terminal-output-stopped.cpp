// TCXONC stops a terminal's output and lets it go on. It also sends the characters that stop and start the other
// side.
// Covers: ioctl TCXONC
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  setup::set_status_flags(tty.slave, O_RDWR | O_NONBLOCK);
  const auto control = [&](uintptr_t what) { return sys::ioctl(tty.slave, TCXONC, reinterpret_cast<void *>(what)); };
  char buffer[8] = {};
  report("TCOOFF", control(0));
  report("write", sys::write(tty.slave, "no", 2));
  report("TCOON", control(1));
  report("write", sys::write(tty.slave, "yes", 3));
  report("read of the master", sys::read(tty.master, buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 3));
  report("TCIOFF", control(2));
  report("read of the master", sys::read(tty.master, buffer, sizeof(buffer)));
  report("byte", Text(buffer, 1));
  report("TCION", control(3));
  report("read of the master", sys::read(tty.master, buffer, sizeof(buffer)));
  report("byte", Text(buffer, 1));
}
