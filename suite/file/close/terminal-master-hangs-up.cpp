// When the last descriptor of a terminal's master is closed, the leader of the session whose terminal it is gets
// SIGHUP. A copy that is closed before changes nothing.
// Covers: close last copy, terminal, SIGHUP
// Covers: setsid hang-up of the terminal
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Terminal tty = setup::terminal();
  Pipe ready = setup::pipe();
  int copy = setup::require_fd("dup", sys::dup(tty.master));
  Child leader = setup::fork([&] {
    tty.master.reset();
    sys::close(copy);
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    ready.write.reset();
    setup::sleep_ms(10000); // for an engine that sends it nothing
    return 1;
  });
  ready.write.reset();
  setup::read_all(ready.read);
  int master = tty.master.release(), status = -1;
  report("close of one", sys::close(master));
  report("wait4 with WNOHANG", sys::wait4(leader.pid(), &status, WNOHANG, nullptr));
  report("close of the last", sys::close(copy));
  report("leader", leader.wait());
}
