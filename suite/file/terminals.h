// Terminals: their settings, what is typed and what they print.
#pragma once

#include "wali/test.h"

namespace wali::terminals {

// The bits of the settings, as <termios.h> has them.
inline constexpr uint32_t istrip = 040, inlcr = 0100, igncr = 0200, icrnl = 0400;
inline constexpr uint32_t opost = 01, onlcr = 04, ocrnl = 010, onocr = 020, onlret = 040;
inline constexpr uint32_t isig = 01, icanon = 02, echo = 010, echoe = 020, echonl = 0100, echoctl = 01000,
                          iexten = 0100000;
inline constexpr int vtime = 5, vmin = 6;

inline termios settings(const Terminal &tty) {
  termios current;
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TCGETS, &current));
  return current;
}

// Input as it comes, without lines, echo and signals.
inline termios raw(const Terminal &tty) {
  termios wanted = settings(tty);
  wanted.c_iflag = wanted.c_oflag = wanted.c_lflag = 0;
  wanted.c_cc[vmin] = 1;
  wanted.c_cc[vtime] = 0;
  return wanted;
}

// What can be read from one end, up to the byte `last`, which is left out.
inline Text read_up_to(int fd, char last) {
  static char line[64];
  size_t size = 0;
  for (; size < sizeof(line); ++size) {
    pollfd wanted = {fd, POLLIN, 0};
    setup::require_value("poll", sys::poll(&wanted, 1, 10000), 1);
    setup::require_value("read", sys::read(fd, line + size, 1), 1);
    if (line[size] == last)
      break;
  }
  return {line, size};
}

} // namespace wali::terminals
