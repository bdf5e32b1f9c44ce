// Without IPV6_V6ONLY an IPv6 socket sends to mapped addresses over IPv4, and receives from IPv4 senders, whose
// address is a mapped one.
// Covers: setsockopt IPV6_V6ONLY of 0
// REQUIRES: ipv6
#include "suite/network/arrivals.h"

void test() {
  Fd six = setup::socket(AF_INET6, SOCK_DGRAM);
  const int on = 1, off = 0;
  setup::set_option(six, SOL_IPV6, IPV6_V6ONLY, on);
  report("IPV6_V6ONLY", sys::setsockopt(six, SOL_IPV6, IPV6_V6ONLY, &off, sizeof(off)));
  setup::bind(six, sockaddr_in6{AF_INET6, 0, 0, {}, 0});
  sockaddr_in6 own = {};
  uint32_t size = sizeof(own);
  setup::require_zero("getsockname", sys::getsockname(six, &own, &size));
  setup::Bound four = setup::udp_socket();
  report("address of IPv4", four.address);
  sockaddr_in to = setup::loopback(0);
  to.sin_port = own.sin6_port;
  send_from(four.socket, "there", to);
  await_arrival(six);
  char bytes[8] = {};
  Guarded<sockaddr_in6> from;
  size = sizeof(sockaddr_in6);
  report("recvfrom", sys::recvfrom(six, bytes, sizeof(bytes), MSG_DONTWAIT, &from, &size));
  report("size", size);
  report("from", *from);
  report("sendto", sys::sendto(six, "back", 4, 0, &from, sizeof(sockaddr_in6)));
  report_next("received", four.socket);
}
