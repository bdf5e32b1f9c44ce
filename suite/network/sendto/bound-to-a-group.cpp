// A socket that is bound to a group or to the broadcast address sends from an address of its machine and from its own
// port.
// Covers: sendto bound to a multicast address, bound to a broadcast address
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  Fd receiver = bound_socket(SOCK_DGRAM, loopback_host(1));
  const auto to = name_of<sockaddr_in>(receiver);
  const uint16_t port = __builtin_bswap16(20000);
  const sockaddr_in group = {AF_INET, port, __builtin_bswap32(0xef010203), {}}, // 239.1.2.3
      broadcast = {AF_INET, port, __builtin_bswap32(0x7fffffff), {}};           // 127.255.255.255
  for (const sockaddr_in &at : {group, broadcast}) {
    Fd socket = bound_socket(SOCK_DGRAM, at);
    report("own address", name_of<sockaddr_in>(socket));
    report("sendto", sys::sendto(socket, "x", 1, 0, &to, sizeof(to)));
    char byte;
    Guarded<sockaddr_in> from;
    uint32_t size = sizeof(sockaddr_in);
    report("recvfrom", sys::recvfrom(receiver, &byte, 1, 0, &from, &size));
    report("sender", *from);
  }
}
