// A SOCK_SEQPACKET socket without a peer sends nothing, not even to an address. sendto and sendmsg fail with
// ENOTCONN, and on a TCP socket with EPIPE.
// Covers: sendto ENOTCONN, EPIPE
// Covers: sendmsg ENOTCONN, EPIPE
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_SEQPACKET, address);
  setup::Listener tcp = setup::tcp_listener();
  for (const SendCall &call : send_calls) {
    Fd packets = setup::socket(AF_UNIX, SOCK_SEQPACKET), stream = setup::socket(AF_INET, SOCK_STREAM);
    report(label(call.name, ", packets"), call.send(packets, "x", MSG_NOSIGNAL, nullptr, 0));
    report(label(call.name, ", packets to an address"),
           call.send(packets, "x", MSG_NOSIGNAL, &address.address, address.size));
    report(label(call.name, ", TCP to an address"),
           call.send(stream, "x", MSG_NOSIGNAL, &tcp.address, sizeof(tcp.address)));
  }
}
