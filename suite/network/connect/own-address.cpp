// connect gives a socket that is not bound the address of the interface that leads to the peer, and
// a port, by which the peer knows it. A socket that is bound keeps its own.
// Covers: connect own address
// Covers: getsockname after connect
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

void report_datagram(int sender, int receiver) {
  report("own address", name_of<sockaddr_in>(sender));
  setup::write_all(sender, "x");
  char byte;
  Guarded<sockaddr_in> from;
  uint32_t size = sizeof(sockaddr_in);
  report("recvfrom", sys::recvfrom(receiver, &byte, 1, 0, &from, &size));
  report("sender", *from);
}

} // namespace

void test() {
  Fd receiver = bound_socket(SOCK_DGRAM, loopback_host(2)), free = setup::socket(AF_INET, SOCK_DGRAM),
     bound = bound_socket(SOCK_DGRAM, loopback_host(3, __builtin_bswap16(20000)));
  const auto address = name_of<sockaddr_in>(receiver);
  report("not bound", name_of<sockaddr_in>(free));
  report("connect", sys::connect(free, &address, sizeof(address)));
  report_datagram(free, receiver);
  report("connect of one that is bound", sys::connect(bound, &address, sizeof(address)));
  report_datagram(bound, receiver);
}
