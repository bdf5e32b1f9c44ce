// With IPV6_V6ONLY a socket binds a port on every address while an IPv4 socket has that port, and sends nothing to an
// IPv4 address. Without it, the bind is refused and the send succeeds.
// Covers: setsockopt IPV6_V6ONLY
// REQUIRES: ipv6
#include "wali/test.h"

void test() {
  setup::Bound four = setup::udp_socket();
  sockaddr_in6 everywhere = {AF_INET6, four.address.sin_port, 0, {}, 0}, mapped = everywhere;
  __builtin_memset(mapped.sin6_addr + 10, 0xff, 2); // ::ffff:127.0.0.1, ipv6(7)
  __builtin_memcpy(mapped.sin6_addr + 12, &four.address.sin_addr, 4);
  for (int only : {0, 1}) {
    Fd six = setup::socket(AF_INET6, SOCK_DGRAM);
    report(label("IPV6_V6ONLY ", only), sys::setsockopt(six, SOL_IPV6, IPV6_V6ONLY, &only, sizeof(only)));
    report("bind", sys::bind(six, &everywhere, sizeof(everywhere)));
    report("sendto", sys::sendto(six, "x", 1, 0, &mapped, sizeof(mapped)));
  }
}
