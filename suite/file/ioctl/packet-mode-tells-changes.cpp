// In packet mode the master reads one byte when the slave's input or output is flushed and when its output is stopped
// or started. poll then has POLLPRI.
// Covers: ioctl TIOCPKT, TCFLSH, TCXONC
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void report_packet(int master) {
  pollfd wanted = {master, POLLIN | POLLPRI, 0};
  setup::require_value("poll", sys::poll(&wanted, 1, -1), 1);
  report("events", Flags{abi::sets::poll_events, static_cast<uint64_t>(wanted.revents)});
  char buffer[8] = {};
  report("read of the master", sys::read(master, buffer, sizeof(buffer)));
  report("byte", Text(buffer, 1));
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  int on = 1;
  report("TIOCPKT", sys::ioctl(tty.master, TIOCPKT, &on));
  const auto control = [&](int request, uintptr_t what) {
    return sys::ioctl(tty.slave, request, reinterpret_cast<void *>(what));
  };
  report("TCFLSH of input", control(TCFLSH, 0));
  report_packet(tty.master);
  report("TCFLSH of output", control(TCFLSH, 1));
  report_packet(tty.master);
  report("TCXONC, output stopped", control(TCXONC, 0));
  report_packet(tty.master);
  report("TCXONC, output started", control(TCXONC, 1));
  report_packet(tty.master);
}
