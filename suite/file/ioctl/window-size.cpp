// A window size set at one end of a pseudo-terminal is read at the other, each
// field in its place in eight bytes.
// Covers: ioctl TIOCGWINSZ, TIOCSWINSZ, layout, EFAULT, winsize
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  Guarded<winsize> size;
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, &size));
  report("at first", *size);
  report_walls("walls", size);
  winsize wanted = {0x1234, 0x5678, 0x9abc, 0xdef0};
  report("TIOCSWINSZ", sys::ioctl(tty.master, TIOCSWINSZ, &wanted));
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, &size));
  report("size", *size);
  wanted = {24, 80, 0, 0};
  report("TIOCSWINSZ by the slave", sys::ioctl(tty.slave, TIOCSWINSZ, &wanted));
  report("TIOCGWINSZ by the master", sys::ioctl(tty.master, TIOCGWINSZ, &size));
  report("size", *size);
  report("TIOCGWINSZ at a bad address", sys::ioctl(tty.slave, TIOCGWINSZ, setup::bad_address()));
  report("TIOCSWINSZ at a bad address", sys::ioctl(tty.slave, TIOCSWINSZ, setup::bad_address()));
}
