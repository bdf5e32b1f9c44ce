// A socket has a peer while it has a connection, whichever end has shut it, and no longer when both
// have or when it was reset. A local one keeps its peer when that has gone.
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
