// accept and accept4 take connections only from a socket that listens.
// Covers: accept EINVAL, each state
// Covers: accept4 EINVAL, each state
#include "suite/network/messages.h"
#include "suite/network/states.h"

void test() {
  auto look = [](const char *state, const Fd &socket) {
    for (const AcceptCall &call : accept_calls)
      report(label(state, ": ", call.name), call.accept(socket, nullptr, nullptr));
  };
  states::tcp(look);
  states::local(look);
}
