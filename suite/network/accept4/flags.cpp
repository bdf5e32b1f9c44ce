// SOCK_CLOEXEC and SOCK_NONBLOCK set the flags of the new descriptor, which inherits none from the listener. Unknown
// flags are refused.
// Covers: accept4 SOCK_CLOEXEC, SOCK_NONBLOCK, EINVAL
#include "wali/test.h"

namespace {

void report_flags(const char *whose, int fd) {
  report(label(whose, " descriptor flags"), setup::descriptor_flags(fd));
  report(label(whose, " status flags"), setup::status_flags(fd));
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener(); // SOCK_CLOEXEC
  Fd clients[] = {setup::caller(listener), setup::caller(listener)};
  report("unknown flag", sys::accept4(listener.socket, nullptr, nullptr, 1));
  Fd flagged(sys::accept4(listener.socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK).fd());
  report_flags("its", flagged);
  report_flags("the listener's", listener.socket);
  setup::on_signal(SIGUSR2, [](int) {});
  {
    Interrupter interrupter(SIGUSR2); // a wait that should be none ends
    char byte;
    report("read of nothing", sys::read(flagged, &byte, 1));
  }
  setup::set_status_flags(listener.socket, O_NONBLOCK);
  Fd plain(sys::accept4(listener.socket, nullptr, nullptr, 0).fd());
  report_flags("from a nonblocking listener:", plain);
}
