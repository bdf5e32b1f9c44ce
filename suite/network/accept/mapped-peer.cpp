// An IPv4 client of an IPv6 listener has a mapped address, and an IPv6 client its own, of 28 bytes.
// Covers: accept AF_INET6, address
// Covers: accept4 AF_INET6, address
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  Fd listener = bound_socket(SOCK_STREAM, any6());
  setup::listen(listener);
  const uint16_t port = __builtin_bswap16(name_of<sockaddr_in6>(listener).sin6_port);
  for (const AcceptCall &call : accept_calls) {
    Fd four = setup::socket(AF_INET, SOCK_STREAM), six = setup::socket(AF_INET6, SOCK_STREAM);
    setup::connect(four, setup::loopback(port));
    setup::connect(six, loopback6(port));
    report("IPv4 client", name_of<sockaddr_in>(four));
    report("IPv6 client", name_of<sockaddr_in6>(six));
    for (const char *name : {"first", "second"}) {
      Guarded<sockaddr_in6> peer;
      uint32_t size = 64;
      Fd accepted(call.accept(listener, &peer, &size).fd());
      report("size", size);
      report(label(call.name, ", ", name), *peer);
      report_walls("walls", peer);
    }
  }
}
