// SOCK_CLOEXEC and SOCK_NONBLOCK are the new descriptor's, not the listener's;
// unknown flags are refused.
// Covers: accept4 SOCK_CLOEXEC, SOCK_NONBLOCK, EINVAL
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd clients[2];
  for (Fd &client : clients) {
    client = Fd(sys::socket(AF_INET, SOCK_STREAM, 0).fd());
    setup::connect(client, listener.address);
  }
  report("unknown flag", sys::accept4(listener.socket, nullptr, nullptr, 1));
  Fd server(sys::accept4(listener.socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK).fd());
  report("close on exec", setup::descriptor_flags(server));
  report("status flags", setup::status_flags(server));
  setup::on_signal(SIGUSR2, [](int) {});
  Interrupter interrupter(SIGUSR2); // a wait that should be none ends
  char byte;
  report("read of nothing", sys::read(server, &byte, 1));
}
