// With IPV6_V6ONLY an IPv6 and an IPv4 socket listen at one port, and each gets the clients of its
// family. At the IPv6 one alone an IPv4 client is refused.
// Covers: listen AF_INET6, IPV6_V6ONLY
// Covers: connect ECONNREFUSED, AF_INET6
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

namespace {

constexpr uint16_t port = 20000;

Result connect_four() {
  const sockaddr_in address = setup::loopback(port);
  return sys::connect(setup::socket(AF_INET, SOCK_STREAM), &address, sizeof(address));
}

} // namespace

void test() {
  Fd six = setup::socket(AF_INET6, SOCK_STREAM), four = setup::socket(AF_INET, SOCK_STREAM),
     client = setup::socket(AF_INET6, SOCK_STREAM);
  const int on = 1;
  setup::set_option(six, SOL_IPV6, IPV6_V6ONLY, on);
  setup::bind(six, any6(port));
  report("listen of IPv6", sys::listen(six, 4));
  report("IPv4 client", connect_four());
  setup::bind(four, sockaddr_in{AF_INET, __builtin_bswap16(port), 0, {}});
  report("listen of IPv4", sys::listen(four, 4));
  const sockaddr_in6 address = loopback6(port);
  report("IPv6 client", sys::connect(client, &address, sizeof(address)));
  report("IPv4 client", connect_four());
  for (int listener : {int{six}, int{four}}) {
    sockaddr_in6 peer = {};
    uint32_t size = sizeof(peer);
    Fd accepted(setup::require_fd("accept", sys::accept(listener, &peer, &size)));
    report("accepted from", Choice{abi::sets::address_family, peer.sin6_family});
    setup::set_status_flags(listener, O_NONBLOCK);
    report("accept of more", sys::accept(listener, nullptr, nullptr));
  }
}
