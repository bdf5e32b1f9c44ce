// IPV6_UNICAST_HOPS is the hop limit of what is sent, between 0 and 255, and -1 is the usual one.
// Covers: setsockopt IPV6_UNICAST_HOPS, EINVAL
// REQUIRES: ipv6
#include "suite/network/setsockopt/datagrams6.h"

void test() {
  Bound6 receiver;
  setup::set_option(receiver.socket, SOL_IPV6, IPV6_RECVHOPLIMIT, 1);
  Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::connect(sender, receiver.address);
  setup::write_all(sender, "x");
  report("the usual hop limit", came_along<int>(receiver.socket));
  for (int hops : {1, 255, 256, -2, -1}) {
    report(label("IPV6_UNICAST_HOPS ", hops),
           sys::setsockopt(sender, SOL_IPV6, IPV6_UNICAST_HOPS, &hops, sizeof(hops)));
    setup::write_all(sender, "x");
    report("hop limit", came_along<int>(receiver.socket));
  }
}
