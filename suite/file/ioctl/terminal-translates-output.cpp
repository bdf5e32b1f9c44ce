// ONLCR, OCRNL and ONOCR say how a terminal prints ends of lines, if OPOST is set.
// Covers: ioctl TCSETS, OPOST, ONLCR, OCRNL, ONOCR
// REQUIRES: terminal
#include "suite/file/terminals.h"

void test() {
  using namespace terminals;
  Terminal tty = setup::terminal();
  termios wanted = raw(tty);
  for (uint32_t flags : {onlcr, opost, opost | onlcr, opost | ocrnl, opost | onocr}) {
    wanted.c_oflag = flags;
    report(label("TCSETS ", Octal{flags}), sys::ioctl(tty.slave, TCSETS, &wanted));
    report("write", sys::write(tty.slave, "\r\ra\rb\n.\n", 8));
    report("read of the master", read_up_to(tty.master, '.'));
    read_up_to(tty.master, '\n');
  }
}
