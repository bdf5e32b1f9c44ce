// Typed characters are echoed at the master as ECHO, ECHOCTL and ECHONL say, and not at all without ECHO and ECHONL.
// Covers: ioctl TCSETS, flags of the echo
// REQUIRES: terminal
#include "suite/file/terminals.h"

void test() {
  using namespace terminals;
  Terminal tty = setup::terminal();
  termios wanted = raw(tty);
  for (uint32_t flags : {echo, echo | echoctl, echonl, 0u}) {
    wanted.c_lflag = icanon | flags;
    report(label("TCSETS ", Octal{flags}), sys::ioctl(tty.slave, TCSETS, &wanted));
    setup::write_all(tty.master, "a\x01z\n");
    report("read", read_up_to(tty.slave, '\n'));
    // What the program prints comes behind what was echoed.
    setup::write_all(tty.slave, ".");
    report("read of the master", read_up_to(tty.master, '.'));
  }
}
