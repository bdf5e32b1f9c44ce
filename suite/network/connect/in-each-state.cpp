// A new socket can be connected, and one that is bound. One that listens cannot, nor one that has a
// connection. What is being connected says so, and what was refused tells it.
// Covers: connect EISCONN, EALREADY, ECONNREFUSED, EINVAL, each state
#include "suite/network/states.h"

void test() {
  const setup::Listener listener = setup::tcp_listener(64);
  states::tcp([&](const char *state, const Fd &socket) {
    report(state, sys::connect(socket, &listener.address, sizeof(listener.address)));
  });
  const Local address = abstract("listener");
  Fd local = local_listener(SOCK_STREAM, address, 64);
  states::local([&](const char *state, const Fd &socket) {
    report(state, sys::connect(socket, &address.address, address.size));
  });
}
