// An IPv4 socket takes AF_UNSPEC for AF_INET if the address is INADDR_ANY, and otherwise refuses to be bound. An IPv6
// socket refuses even its any-address with AF_UNSPEC.
// Covers: bind AF_UNSPEC, EAFNOSUPPORT
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

void test() {
  sockaddr_in any = {AF_UNSPEC, __builtin_bswap16(20000), 0, {}}, one = loopback_host(1, any.sin_port);
  one.sin_family = AF_UNSPEC;
  sockaddr_in6 six = any6(20000);
  six.sin6_family = AF_UNSPEC;
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report("bind to 127.0.0.1", sys::bind(socket, &one, sizeof(one)));
  report("bind to INADDR_ANY", sys::bind(socket, &any, sizeof(any)));
  report("own address", name_of<sockaddr_in>(socket));
  report("bind of IPv6", sys::bind(setup::socket(AF_INET6, SOCK_DGRAM), &six, sizeof(six)));
}
