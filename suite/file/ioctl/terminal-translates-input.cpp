// ICRNL, INLCR, IGNCR and ISTRIP say what becomes of the characters that are typed.
// Covers: ioctl TCSETS, ICRNL, INLCR, IGNCR, ISTRIP
// REQUIRES: terminal
#include "suite/file/terminals.h"

void test() {
  Terminal tty = setup::terminal();
  termios wanted = terminals::raw(tty);
  for (uint32_t flag : {0u, terminals::icrnl, terminals::inlcr, terminals::igncr, terminals::istrip}) {
    wanted.c_iflag = flag;
    report(label("TCSETS ", Octal{flag}), sys::ioctl(tty.slave, TCSETS, &wanted));
    setup::write_all(tty.master, "a\rb\n\xe3.");
    report("read", terminals::read_up_to(tty.slave, '.'));
  }
}
