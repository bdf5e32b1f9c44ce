// A TCP socket can be shut while it has a connection, is being connected, or listens. Otherwise
// shutdown fails with ENOTCONN. A local socket can be shut in each state.
// Covers: shutdown ENOTCONN, each state
#include "suite/network/states.h"

void test() {
  auto look = [](const char *state, const Fd &socket) { report(state, sys::shutdown(socket, SHUT_RDWR)); };
  states::tcp(look);
  states::local(look);
}
