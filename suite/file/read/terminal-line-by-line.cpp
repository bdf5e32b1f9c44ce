// A read of a terminal gives one line at a time, as much of it as was asked for, and nothing if end of file was typed
// at the start of a line. In noncanonical mode it gives what there is.
// Covers: read terminal, short count, end of file
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void show(int fd, size_t size) {
  GuardedBytes<16> buffer;
  report("read", sys::read(fd, &buffer, size));
  report("bytes", buffer.bytes(6));
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::write_all(tty.master, "one\nthree\n\x04half\x04");
  show(tty.slave, 16);
  show(tty.slave, 2);
  show(tty.slave, 16);
  show(tty.slave, 16);
  show(tty.slave, 16);
  constexpr uint32_t icanon = 2;
  constexpr int vtime = 5, vmin = 6;
  termios settings;
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TCGETS, &settings));
  settings.c_lflag &= ~icanon;
  settings.c_cc[vtime] = 0;
  settings.c_cc[vmin] = 0;
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TCSETS, &settings));
  show(tty.slave, 16);
  settings.c_cc[vmin] = 3;
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TCSETS, &settings));
  setup::write_all(tty.master, "a");
  setup::write_all(tty.master, "b");
  setup::write_all(tty.master, "\x04");
  show(tty.slave, 16);
}
