// A UDP socket that is bound to INADDR_ANY gets the address that leads to its peer, keeps its port, and cannot be bound
// again. When the peer is taken away, the address is INADDR_ANY again, and the port is the one that bind was given.
// Covers: connect own address, AF_UNSPEC
// Covers: getsockname after connect
// Covers: bind EINVAL
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

void report_connect(int socket, const sockaddr_in &peer) {
  const sockaddr_in none = {}, next = setup::loopback(20001);
  report("own address", name_of<sockaddr_in>(socket));
  report("connect", sys::connect(socket, &peer, sizeof(peer)));
  report("own address", Hex{__builtin_bswap32(name_of<sockaddr_in>(socket).sin_addr)});
  report("bind", sys::bind(socket, &next, sizeof(next)));
  report("connect to AF_UNSPEC", sys::connect(socket, &none, sizeof(none)));
  report("own address", name_of<sockaddr_in>(socket));
}

} // namespace

void test() {
  setup::Bound peer = setup::udp_socket();
  report_connect(bound_socket(SOCK_DGRAM, sockaddr_in{AF_INET, __builtin_bswap16(20000), 0, {}}), peer.address);
  report_connect(setup::socket(AF_INET, SOCK_DGRAM), peer.address);
}
