// With SO_DONTROUTE a socket reaches this machine, which needs no gateway. A network behind a gateway is unreachable
// with the option, and reachable without it.
// Covers: setsockopt SO_DONTROUTE
// REQUIRES: root || ns-root, namespaces
#include "suite/network/setsockopt/netlink.h"

void test() {
  const Route by_gateway = {.table = 254, .scope = 0, .kind = 1}; // the main table, a unicast route
  NetlinkRequest(new_route, by_gateway)
      .with(route_destination, far_network)
      .with(route_gateway, on_loopback)
      .send("route");
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const sockaddr_in near = setup::loopback(9), far = {AF_INET, __builtin_bswap16(9), far_host, {}};
  for (int direct : {0, 1, 0}) {
    report(label("SO_DONTROUTE ", direct), sys::setsockopt(socket, SOL_SOCKET, SO_DONTROUTE, &direct, sizeof(direct)));
    report("near", sys::sendto(socket, "x", 1, 0, &near, sizeof(near)));
    report("far", sys::sendto(socket, "x", 1, 0, &far, sizeof(far)));
  }
}
