// With IP_PMTUDISC_PROBE a datagram may be longer than the known MTU of the path, by which IP_PMTUDISC_DO refuses
// one. The interface still limits it.
// Covers: setsockopt IP_MTU_DISCOVER, IP_PMTUDISC_PROBE
// REQUIRES: root || ns-root, namespaces
#include "suite/network/setsockopt/fragments.h"
#include "suite/network/setsockopt/netlink.h"

void test() {
  set_mtu_of_loopback(1500);
  const Route own = {.bits = 32, .table = 255, .scope = 254, .kind = 2}; // the table of local routes, one of this host
  NetlinkRequest request(new_route, own);
  request.with(route_destination, far_host).with(route_device, 1);
  const size_t metrics = request.begin(route_metrics);
  request.with(metric_mtu, 1000).end(metrics).send("route");
  Fd receiver = setup::socket(AF_INET, SOCK_DGRAM);
  setup::bind(receiver, sockaddr_in{AF_INET, 0, far_host, {}});
  ask_for_fragments(receiver, SOL_IP, IP_RECVFRAGSIZE);
  for (int how : {IP_PMTUDISC_DO, IP_PMTUDISC_PROBE}) {
    Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
    report(label("IP_MTU_DISCOVER ", how), sys::setsockopt(sender, SOL_IP, IP_MTU_DISCOVER, &how, sizeof(how)));
    setup::connect(sender, setup::own_address(receiver));
    for (size_t size : {972, 973, 1473})
      report_way(sender, receiver, size);
  }
}
