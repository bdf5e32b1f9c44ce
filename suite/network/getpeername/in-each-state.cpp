// A socket has a peer while it has a connection, even when one end is shut down, but not after both are or after a
// reset. A local socket keeps its peer when that has gone.
// Covers: getpeername ENOTCONN, each state
#include "suite/network/states.h"

void test() {
  auto look = [](const char *state, const Fd &socket) {
    sockaddr_un peer;
    uint32_t size = sizeof(peer);
    report(state, sys::getpeername(socket, &peer, &size));
  };
  states::tcp(look);
  states::local(look);
}
