// A datagram cannot be sent to port 0, neither by a new socket nor by one that has a peer.
// Covers: sendto EINVAL, port 0
// Covers: sendmsg EINVAL, port 0
#include "suite/network/messages.h"

void test() {
  const sockaddr_in nowhere = setup::loopback(0);
  for (const SendCall &call : send_calls) {
    Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
    report(label(call.name, " of a new socket"), call.send(socket, "x", 0, &nowhere, sizeof(nowhere)));
    setup::connect(socket, setup::udp_socket().address);
    report(label(call.name, " of one with a peer"), call.send(socket, "x", 0, &nowhere, sizeof(nowhere)));
  }
}
