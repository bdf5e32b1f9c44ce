// IPV6_MTU of a connected socket is the current MTU of its path, here that of the interface. Without a peer it fails
// with ENOTCONN.
// Covers: getsockopt IPV6_MTU
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  int mtu = 0;
  uint32_t size = sizeof(mtu);
  report("without a peer", sys::getsockopt(socket, SOL_IPV6, IPV6_MTU, &mtu, &size));
  for (int set : {9000, 1500}) {
    set_mtu_of_loopback(set);
    setup::connect(socket, loopback6(9));
    report_option(label("where it is ", set), socket, SOL_IPV6, IPV6_MTU);
  }
}
