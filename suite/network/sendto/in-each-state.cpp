// Each state of a stream has its own answer to a send: the bytes are taken, there is no peer yet, it
// is being connected, this end is shut, or the error that has ended the connection.
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
