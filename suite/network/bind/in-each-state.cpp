// bind refuses a socket that already has an address, because it is bound, listens, or has a TCP connection. It
// succeeds when the connection has ended. A socket of a local pair has no name and can get one.
// Covers: bind EINVAL, each state
#include "suite/network/states.h"

void test() {
  states::tcp([](const char *state, const Fd &socket) {
    const sockaddr_in address = setup::loopback(0);
    report(state, sys::bind(socket, &address, sizeof(address)));
  });
  states::local([](const char *state, const Fd &socket) {
    const Local address = abstract("in each state");
    report(state, sys::bind(socket, &address.address, address.size));
  });
}
