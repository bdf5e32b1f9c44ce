// With SO_REUSEADDR an IPv6 and an IPv4 socket bind one port at any address, although IPv6 accepts IPv4 too. For TCP
// this holds as long as neither listens.
// Covers: bind AF_INET6, EADDRINUSE, SO_REUSEADDR
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

namespace {

Fd reusing(int family, int type) {
  Fd socket = setup::socket(family, type);
  const int on = 1;
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, on);
  return socket;
}

} // namespace

void test() {
  const sockaddr_in6 six = any6(20000);
  const sockaddr_in four = {AF_INET, six.sin6_port, 0, {}};
  for (int type : {SOCK_DGRAM, SOCK_STREAM}) {
    const Choice name = {abi::sets::socket_type, type};
    Fd by_six = reusing(AF_INET6, type);
    report(label(name, ": bind of IPv6"), sys::bind(by_six, &six, sizeof(six)));
    report(label(name, ": bind of IPv4"), sys::bind(reusing(AF_INET, type), &four, sizeof(four)));
  }
  Fd listener = reusing(AF_INET6, SOCK_STREAM);
  setup::bind(listener, six);
  setup::listen(listener);
  report("bind of IPv4 while IPv6 listens", sys::bind(reusing(AF_INET, SOCK_STREAM), &four, sizeof(four)));
}
