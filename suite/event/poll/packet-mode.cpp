// poll reports POLLPRI for a master in packet mode when the output of its terminal is stopped, until the master reads
// that change.
// Covers: poll POLLPRI, TIOCPKT
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void report_polled(const char *when, int fd) {
  pollfd entry = {fd, POLLIN | POLLPRI, 0};
  report(when, sys::poll(&entry, 1, 0));
  report(label(when, ": revents"), Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

} // namespace

void test() {
  Terminal terminal = setup::terminal();
  const int on = 1;
  setup::require_zero("ioctl", sys::ioctl(terminal.master, TIOCPKT, const_cast<int *>(&on)));
  report_polled("nothing has changed", terminal.master);
  const uintptr_t stop_output = 0; // TCOOFF
  setup::require_zero("ioctl", sys::ioctl(terminal.slave, TCXONC, reinterpret_cast<void *>(stop_output)));
  report_polled("output is stopped", terminal.master);
  char change = 0;
  report("read", sys::read(terminal.master, &change, 1));
  report("what has changed", Hex{static_cast<uint8_t>(change)});
  report_polled("that has been read", terminal.master);
}
