// connect sets and changes the peer of a datagram socket, to which its datagrams go. With AF_UNSPEC it removes the
// peer.
// Covers: connect SOCK_DGRAM, AF_UNSPEC
// Covers: getpeername ENOTCONN
#include "wali/test.h"

namespace {

void report_peer(int socket) {
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
  report("write", sys::write(socket, "x", 1));
}

Result receive(int socket) {
  char byte;
  return sys::recvfrom(socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr);
}

} // namespace

void test() {
  const auto [first, first_address] = setup::udp_socket();
  const auto [second, second_address] = setup::udp_socket();
  report("first", first_address);
  report("second", second_address);
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername without one", sys::getpeername(socket, &peer, &size));
  report_poison("peer", peer);
  report("connect to the first", sys::connect(socket, &first_address, 16));
  report_peer(socket);
  report("at the first", receive(first));
  report("connect to the second", sys::connect(socket, &second_address, 16));
  report_peer(socket);
  report("at the first", receive(first));
  report("at the second", receive(second));
  const sockaddr_in none = {};
  report("connect to AF_UNSPEC", sys::connect(socket, &none, 16));
  report("getpeername afterwards", sys::getpeername(socket, &peer, &size));
  report("write afterwards", sys::write(socket, "x", 1));
}
