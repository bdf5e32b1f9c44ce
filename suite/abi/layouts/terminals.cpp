// winsize has four fields of 2 bytes, and termios has 36 bytes with four words, the line at 16 and
// 19 characters from 17 on, in and out.
// Covers: layouts winsize, termios
// Covers: ioctl layout, TIOCSWINSZ, TIOCGWINSZ, TCSETS, TCGETS
// REQUIRES: terminal
#include "suite/abi/layouts/raw.h"

void test() {
  Terminal tty = setup::terminal();
  layouts::Raw<8> size, told;
  size.put<uint64_t>(0, 0x0807060504030201);
  report("TIOCSWINSZ", sys::ioctl(tty.slave, TIOCSWINSZ, size));
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, told));
  report("size", told.bytes(0, 8));
  told.report_walls();
  layouts::Raw<36> settings, got;
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, settings));
  settings.put<uint32_t>(0, 0x2001).put<uint32_t>(4, 5).put<uint32_t>(12, 0x8a31).put<uint8_t>(16, 0);
  for (uint8_t i = 0; i < 19; ++i)
    settings.put<uint8_t>(17 + i, 0x81 + i);
  report("TCSETS", sys::ioctl(tty.slave, TCSETS, settings));
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, got));
  report("input", Hex{got.get<uint32_t>(0)});
  report("output", Hex{got.get<uint32_t>(4)});
  report("control", Hex{got.get<uint32_t>(8)});
  report("local", Hex{got.get<uint32_t>(12)});
  report("line and characters", got.bytes(16, 20));
  got.report_walls();
}
