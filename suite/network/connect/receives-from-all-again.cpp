// Once connect to AF_UNSPEC has taken the peer away, a datagram socket receives from everybody again,
// at the address that it was bound to.
// Covers: connect AF_UNSPEC, datagrams of others
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in address = setup::loopback(20000);
  Fd receiver = bound_socket(SOCK_DGRAM, address);
  setup::Bound peer = setup::udp_socket(), other = setup::udp_socket();
  auto report_sent = [&](const char *bytes, const setup::Bound &from) {
    report(label("sendto, ", bytes), sys::sendto(from.socket, bytes, Text(bytes).size, 0, &address, sizeof(address)));
  };
  setup::connect(receiver, peer.address);
  report_sent("other", other);
  report_sent("peer", peer);
  report_arrival("recvfrom", receiver);
  const sockaddr_in none = {};
  report("connect to AF_UNSPEC", sys::connect(receiver, &none, sizeof(none)));
  report("own address", setup::own_address(receiver));
  report_sent("other again", other);
  report_arrival("recvfrom", receiver);
}
