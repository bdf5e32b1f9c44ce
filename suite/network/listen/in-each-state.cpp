// A TCP socket can listen while it has no connection, and a local one once it is bound. A socket that
// listens may listen again.
// Covers: listen EINVAL, each state
#include "suite/network/states.h"

void test() {
  auto look = [](const char *state, const Fd &socket) { report(state, sys::listen(socket, 1)); };
  states::tcp(look);
  states::local(look);
}
