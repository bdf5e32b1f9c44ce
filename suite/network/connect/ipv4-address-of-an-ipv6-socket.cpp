// An IPv6 datagram socket can be connected to an IPv4 address and can send to one. getsockname and getpeername return
// mapped addresses.
// Covers: connect AF_INET of an AF_INET6 socket
// Covers: sendto AF_INET of an AF_INET6 socket
// REQUIRES: ipv6
#include "suite/network/addresses.h"

void test() {
  setup::Bound four = setup::udp_socket();
  report("address of IPv4", four.address);
  Fd six = setup::socket(AF_INET6, SOCK_DGRAM), other = setup::socket(AF_INET6, SOCK_DGRAM);
  report("connect", sys::connect(six, &four.address, sizeof(four.address)));
  Guarded<sockaddr_in6> told;
  uint32_t size = sizeof(sockaddr_in6);
  report("getpeername", sys::getpeername(six, &told, &size));
  report("peer", *told);
  report("getsockname", sys::getsockname(six, &told, &size));
  told->sin6_port = 0;
  report("own, without its port", *told);
  report("sendto of the connected", sys::sendto(six, "connected", 9, 0, nullptr, 0));
  report_arrival("recvfrom", four.socket, 0);
  report("sendto an address", sys::sendto(other, "to it", 5, 0, &four.address, sizeof(four.address)));
  report_arrival("recvfrom", four.socket, 0);
}
