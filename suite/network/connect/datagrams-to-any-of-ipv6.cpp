// An IPv6 UDP socket that connects to :: has ::1 as its peer. AF_UNSPEC removes the peer as usual.
// Covers: connect in6addr_any, AF_UNSPEC
// Covers: getpeername in6addr_any
// REQUIRES: ipv6
#include "suite/network/addresses.h"

void test() {
  Fd receiver = bound_socket(SOCK_DGRAM, loopback6()), socket = setup::socket(AF_INET6, SOCK_DGRAM);
  const auto receivers = name_of<sockaddr_in6>(receiver);
  sockaddr_in6 any = any6(), none = {};
  any.sin6_port = receivers.sin6_port;
  report("receiver", receivers);
  report("connect", sys::connect(socket, &any, sizeof(any)));
  Guarded<sockaddr_in6> peer;
  uint32_t size = sizeof(sockaddr_in6);
  report("getpeername", sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
  report("sendto", sys::sendto(socket, "here", 4, 0, nullptr, 0));
  report_arrival("recvfrom", receiver);
  report("connect to AF_UNSPEC", sys::connect(socket, &none, sizeof(none)));
  report("getpeername afterwards", sys::getpeername(socket, &peer, &size));
}
