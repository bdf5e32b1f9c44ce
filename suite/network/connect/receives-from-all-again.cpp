// Once connect to AF_UNSPEC has taken the peer away, a datagram socket receives from everybody again,
// at the address that it was bound to.
// Covers: connect AF_UNSPEC, datagrams of others
#include "wali/test.h"

void test() {
  setup::Bound receiver = setup::udp_socket(), peer = setup::udp_socket(), other = setup::udp_socket();
  auto report_sent = [&](const char *name, const setup::Bound &from) {
    report(name, sys::sendto(from.socket, name, Text(name).size, 0, &receiver.address, sizeof(receiver.address)));
  };
  auto report_received = [&] {
    char bytes[16] = {};
    report("recvfrom", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
    report("bytes", Text(bytes));
  };
  setup::connect(receiver.socket, peer.address);
  report_sent("other", other);
  report_sent("peer", peer);
  report_received();
  const sockaddr_in none = {};
  report("address", receiver.address);
  report("connect to AF_UNSPEC", sys::connect(receiver.socket, &none, sizeof(none)));
  report("address afterwards", setup::own_address(receiver.socket));
  report_sent("other again", other);
  report_received();
}
