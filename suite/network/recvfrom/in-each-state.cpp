// A receive on a stream depends on its state. It finds nothing yet, no peer, the end of file, or the error that has
// ended the connection.
// Covers: recvfrom each state
// Covers: recvmsg each state
#include "suite/network/messages.h"
#include "suite/network/states.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    auto look = [&](const char *state, const Fd &socket) {
      char byte;
      report(label(call.name, ", ", state), call.receive(socket, &byte, 1, 0));
    };
    states::tcp(look);
    states::local(look);
  }
}
