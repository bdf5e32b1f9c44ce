// A send on a stream depends on its state. The bytes are taken, or it fails because there is no peer yet, a connect
// is in progress, this end is shut down, or an error has ended the connection.
// Covers: socket SOCK_STREAM without a peer
// Covers: sendto each state
// Covers: sendmsg each state
#include "suite/network/messages.h"
#include "suite/network/states.h"

void test() {
  for (const SendCall &call : send_calls) {
    auto look = [&](const char *state, const Fd &socket) {
      report(label(call.name, ", ", state), call.send(socket, "x", MSG_NOSIGNAL, nullptr, 0));
    };
    states::tcp(look);
    states::local(look);
  }
}
