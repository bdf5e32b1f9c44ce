// listen gives a TCP socket that is not bound a free port at INADDR_ANY, and an IPv6 one at any
// address. A local socket without a name cannot listen.
// Covers: listen automatic port, EINVAL
// REQUIRES: ipv6, namespaces
#include "suite/network/addresses.h"

void test() {
  Fd four = setup::socket(AF_INET, SOCK_STREAM), six = setup::socket(AF_INET6, SOCK_STREAM);
  report("listen", sys::listen(four, 4));
  const auto own = name_of<sockaddr_in>(four);
  report("own address", own);
  for (uint8_t host : {uint8_t{1}, uint8_t{2}}) {
    const sockaddr_in there = loopback_host(host, own.sin_port);
    report(label("connect to 127.0.0.", host),
           sys::connect(setup::socket(AF_INET, SOCK_STREAM), &there, sizeof(there)));
    report("accepted", name_of<sockaddr_in>(setup::accept(four)));
  }
  report("listen of IPv6", sys::listen(six, 4));
  const auto own6 = name_of<sockaddr_in6>(six);
  report("own address", own6);
  const sockaddr_in6 there = loopback6(__builtin_bswap16(own6.sin6_port));
  report("connect to ::1", sys::connect(setup::socket(AF_INET6, SOCK_STREAM), &there, sizeof(there)));
  report("listen of a local one", sys::listen(setup::socket(AF_UNIX, SOCK_STREAM), 4));
}
