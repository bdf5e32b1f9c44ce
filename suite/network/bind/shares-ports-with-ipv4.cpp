// IPv4 and IPv6 share the ports at any address, where a port of one is taken for the other unless the IPv6 socket has
// IPV6_V6ONLY. ::1 does not share with 127.0.0.1.
// Covers: bind AF_INET6, EADDRINUSE, IPV6_V6ONLY
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

namespace {

Result bind(int type, const sockaddr_in &at) { return sys::bind(setup::socket(AF_INET, type), &at, sizeof(at)); }
Result bind(int type, const sockaddr_in6 &at, int only = 0) {
  Fd socket = setup::socket(AF_INET6, type);
  setup::set_option(socket, SOL_IPV6, IPV6_V6ONLY, only);
  return sys::bind(socket, &at, sizeof(at));
}

} // namespace

void test() {
  const uint16_t port = 20000;
  const sockaddr_in any = {AF_INET, __builtin_bswap16(port), 0, {}};
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    const Choice name = {abi::sets::socket_type, type};
    {
      Fd four = bound_socket(type, any);
      report(label(name, ", IPv4 has it: IPv6"), bind(type, any6(port)));
      report(label(name, ", IPv4 has it: IPV6_V6ONLY"), bind(type, any6(port), 1));
      report(label(name, ", IPv4 has it: ::1"), bind(type, loopback6(port)));
    }
    Fd six = bound_socket(type, any6(port));
    report(label(name, ", IPv6 has it: 127.0.0.1"), bind(type, setup::loopback(port)));
    report(label(name, ", IPv6 has it: IPv4"), bind(type, any));
  }
}
