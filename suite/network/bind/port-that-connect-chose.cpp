// Another socket cannot be bound to the address and port that connect has chosen for a TCP socket.
// Covers: bind EADDRINUSE
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

template <class Address> void report_chosen(const char *name, int family, const Address &local) {
  Fd listener = bound_socket(SOCK_STREAM, local), client = setup::socket(family, SOCK_STREAM);
  setup::listen(listener);
  setup::connect(client, name_of<Address>(listener));
  const auto chosen = name_of<Address>(client);
  report(label("bind of ", name), sys::bind(setup::socket(family, SOCK_STREAM), &chosen, sizeof(chosen)));
}

} // namespace

void test() {
  report_chosen("IPv4", AF_INET, setup::loopback(0));
  report_chosen("IPv6", AF_INET6, loopback6());
}
