// IPV6_MTU limits the size of one packet. A longer datagram goes in fragments of that size. The value is at least
// 1280.
// Covers: setsockopt IPV6_MTU, EINVAL
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/setsockopt/datagrams6.h"
#include "suite/network/setsockopt/fragments.h"

void test() {
  set_mtu_of_loopback(1500);
  Bound6 receiver;
  report("IPV6_RECVFRAGSIZE", ask_for_fragments(receiver.socket, SOL_IPV6, IPV6_RECVFRAGSIZE));
  Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::connect(sender, receiver.address);
  for (int mtu : {1279, 1280, 1400}) {
    report(label("IPV6_MTU ", mtu), sys::setsockopt(sender, SOL_IPV6, IPV6_MTU, &mtu, sizeof(mtu)));
    report_way(sender, receiver.socket, 4000);
  }
}
