// connect takes a new or a bound socket, and refuses one that listens or has a connection. A nonblocking socket that
// is still connecting fails with EALREADY, and one that was refused fails with ECONNREFUSED.
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
