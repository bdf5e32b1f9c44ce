// connect sets and changes the peer of an IPv6 datagram socket, to an IPv6 address and then to a mapped one. With
// AF_UNSPEC it removes the peer.
// Covers: connect AF_INET6, SOCK_DGRAM, AF_UNSPEC
// Covers: getpeername AF_INET6, ENOTCONN
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

void report_peer(int socket) {
  Guarded<sockaddr_in6> peer;
  uint32_t size = 64;
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report("size", size);
  report("peer", *peer);
  report("write", sys::write(socket, "x", 1));
}

} // namespace

void test() {
  Fd six = bound_socket(SOCK_DGRAM, loopback6()), socket = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::Bound four = setup::udp_socket();
  const auto by_six = name_of<sockaddr_in6>(six);
  const sockaddr_in6 by_four = mapped(four.address), none = {};
  report("IPv6", by_six);
  report("IPv4", four.address);
  report("connect", sys::connect(socket, &by_six, sizeof(by_six)));
  report_peer(socket);
  char byte;
  report("read", sys::read(six, &byte, 1));
  report("connect to AF_UNSPEC", sys::connect(socket, &none, sizeof(none)));
  sockaddr_in6 peer;
  uint32_t size = sizeof(peer);
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report("write", sys::write(socket, "x", 1));
  report("connect to a mapped address", sys::connect(socket, &by_four, sizeof(by_four)));
  report_peer(socket);
  report("read", sys::read(four.socket, &byte, 1));
}
