// TCP sockets listen at one port only if all of them have SO_REUSEPORT. A listener without it, or a socket without it,
// is enough for bind to be refused.
// Covers: bind EADDRINUSE, SO_REUSEPORT
#include "wali/test.h"

namespace {

Fd socket_with(int reuse_port) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEPORT, reuse_port);
  return socket;
}

} // namespace

void test() {
  for (int of_listener : {0, 1}) {
    Fd listener = socket_with(of_listener);
    setup::bind(listener, setup::loopback(0));
    setup::listen(listener);
    const sockaddr_in address = setup::own_address(listener);
    for (int of_next : {0, 1})
      report(label("SO_REUSEPORT ", of_listener, ", then ", of_next, ": bind"),
             sys::bind(socket_with(of_next), &address, sizeof(address)));
  }
}
