// bind refuses an IPv6 link-local address without an interface number with EINVAL, and with the number of an
// interface that does not have the address with EADDRNOTAVAIL.
// Covers: bind AF_INET6, EINVAL, EADDRNOTAVAIL
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

void test() {
  sockaddr_in6 address = any6();
  address.sin6_addr[0] = 0xfe;
  address.sin6_addr[1] = 0x80;
  address.sin6_addr[15] = 1; // fe80::1
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  report("without an interface", sys::bind(socket, &address, sizeof(address)));
  address.sin6_scope_id = 1; // lo
  report("of an interface that does not have it", sys::bind(socket, &address, sizeof(address)));
}
