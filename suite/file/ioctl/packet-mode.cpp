// With TIOCPKT each read of the master begins with a byte that says what follows.
// Covers: ioctl TIOCPKT
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  int on = 1, off = 0;
  char buffer[8] = {};
  report("TIOCPKT on", sys::ioctl(tty.master, TIOCPKT, &on));
  setup::write_all(tty.slave, "hi");
  report("read", sys::read(tty.master, buffer, 8));
  report("packet", Text(buffer, 3));
  report("TIOCPKT off", sys::ioctl(tty.master, TIOCPKT, &off));
  setup::write_all(tty.slave, "ho");
  report("read", sys::read(tty.master, buffer, 8));
  report("bytes", Text(buffer, 2));
  report("TIOCPKT of the slave", sys::ioctl(tty.slave, TIOCPKT, &on));
}
