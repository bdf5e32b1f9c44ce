// The structures that requests point to may end where memory ends, not beyond.
// Covers: ioctl last valid byte, EFAULT
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "four");
  Terminal tty = setup::terminal();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);

  uint8_t *end = setup::last_bytes(0);
  report("FIONREAD", sys::ioctl(pipe.read, FIONREAD, end - 4));
  report("count", Text(end - 4, 4));
  report("FIONREAD that leaves memory", sys::ioctl(pipe.read, FIONREAD, end - 3));
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, end - 36));
  report("TCSETS", sys::ioctl(tty.slave, TCSETS, end - 36));
  report("TCGETS that leaves memory", sys::ioctl(tty.slave, TCGETS, end - 35));
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, end - 8));
  report("TIOCGWINSZ that leaves memory", sys::ioctl(tty.slave, TIOCGWINSZ, end - 7));
  __builtin_memcpy(end - 40, "lo", 3);
  report("SIOCGIFFLAGS", sys::ioctl(socket, SIOCGIFFLAGS, end - 40));
  __builtin_memcpy(end - 39, "lo", 3);
  report("SIOCGIFFLAGS that leaves memory", sys::ioctl(socket, SIOCGIFFLAGS, end - 39));
}
