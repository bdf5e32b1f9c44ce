// A fresh terminal has Linux's settings in the kernel's 36 bytes. What TCSETS and TCSETSW set comes back, at the
// master too.
// Covers: ioctl TCGETS, TCSETS, TCSETSW, layout, EFAULT
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void show(const char *name, const termios &settings) {
  report(label(name, ", flags"), label(Hex{settings.c_iflag}, " ", Hex{settings.c_oflag}, " ", Hex{settings.c_cflag},
                                       " ", Hex{settings.c_lflag}, " line ", unsigned{settings.c_line}));
  report(label(name, ", characters"), Text(settings.c_cc, 19));
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  Guarded<termios> settings;
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, &settings));
  report_walls("walls", settings);
  show("at first", *settings);
  termios wanted = *settings;
  wanted.c_iflag = 0x2001;
  wanted.c_oflag = 0;
  wanted.c_lflag &= ~0xau;
  wanted.c_cc[0] = 0xf5;
  wanted.c_cc[18] = 0x99;
  report("TCSETS", sys::ioctl(tty.slave, TCSETS, &wanted));
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, &settings));
  show("then", *settings);
  wanted.c_oflag = 5;
  report("TCSETSW", sys::ioctl(tty.slave, TCSETSW, &wanted));
  report("TCGETS by the master", sys::ioctl(tty.master, TCGETS, &settings));
  report("c_oflag", Octal{settings->c_oflag});
  report("TCGETS at a bad address", sys::ioctl(tty.slave, TCGETS, setup::bad_address()));
  report("TCSETS at a bad address", sys::ioctl(tty.slave, TCSETS, setup::bad_address()));
}
