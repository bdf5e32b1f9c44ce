// AF_INET6 chooses IPv6, whose streams are TCP and whose datagrams are UDP.
// Covers: socket AF_INET6
// Covers: getsockopt SO_DOMAIN, SO_PROTOCOL
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

int option(int socket, int name) {
  int value = -1;
  uint32_t size = sizeof(value);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, name, &value, &size));
  return value;
}

} // namespace

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    const Result result = sys::socket(AF_INET6, type, 0);
    report(label("socket, ", Choice{abi::sets::socket_type, type}), result);
    Fd socket(result.fd());
    report("domain", Choice{abi::sets::address_family, option(socket, SO_DOMAIN)});
    report("protocol", Choice{abi::sets::ip_protocol, option(socket, SO_PROTOCOL)});
    report("own address", name_of<sockaddr_in6>(socket));
    const sockaddr_in four = setup::loopback(0);
    report("bind to IPv4", sys::bind(socket, &four, sizeof(four)));
  }
}
