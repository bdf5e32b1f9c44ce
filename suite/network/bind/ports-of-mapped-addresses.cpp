// A port that an IPv6 socket has at any address is taken at ::1, and at a mapped IPv4 address unless the socket has
// IPV6_V6ONLY.
// Covers: bind AF_INET6, EADDRINUSE, IPV6_V6ONLY
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

namespace {

Result bind(int type, const sockaddr_in6 &at) { return sys::bind(setup::socket(AF_INET6, type), &at, sizeof(at)); }

} // namespace

void test() {
  const uint16_t port = 20000;
  const sockaddr_in6 four = mapped(setup::loopback(port));
  for (int only : {0, 1}) {
    Fd udp = setup::socket(AF_INET6, SOCK_DGRAM), tcp = setup::socket(AF_INET6, SOCK_STREAM);
    for (int socket : {int{udp}, int{tcp}}) {
      setup::set_option(socket, SOL_IPV6, IPV6_V6ONLY, only);
      setup::bind(socket, any6(port));
    }
    report(label("IPV6_V6ONLY ", only, ", UDP: bind to ::1"), bind(SOCK_DGRAM, loopback6(port)));
    report(label("IPV6_V6ONLY ", only, ", UDP: bind to ::ffff:127.0.0.1"), bind(SOCK_DGRAM, four));
    report(label("IPV6_V6ONLY ", only, ", TCP: bind to ::1"), bind(SOCK_STREAM, loopback6(port)));
    setup::listen(tcp);
    report(label("IPV6_V6ONLY ", only, ", TCP that listens: bind to ::1"), bind(SOCK_STREAM, loopback6(port)));
  }
}
