// A UDP socket may connect to port 0. getpeername then fails with ENOTCONN, even when the socket had a peer before.
// Covers: connect SOCK_DGRAM, port 0
// Covers: getpeername ENOTCONN
#include "suite/network/addresses.h"

namespace {

void report_port_0(const char *name, int socket) {
  const sockaddr_in nowhere = setup::loopback(0);
  report(label("connect, ", name), sys::connect(socket, &nowhere, sizeof(nowhere)));
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report_poison("peer", peer);
}

} // namespace

void test() {
  setup::Bound peer = setup::udp_socket(), connected = setup::udp_socket();
  report_port_0("new", setup::socket(AF_INET, SOCK_DGRAM));
  report_port_0("bound", setup::udp_socket().socket);
  setup::connect(connected.socket, peer.address);
  sockaddr_in address;
  uint32_t size = sizeof(address);
  report("getpeername of the connected one", sys::getpeername(connected.socket, &address, &size));
  report_port_0("connected", connected.socket);
}
