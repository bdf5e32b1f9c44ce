// IP_MTU tells how long a packet of a connected socket may be on its path: the MTU of the interface, as it is
// when asked. A socket without a peer has no path.
// Covers: getsockopt IP_MTU
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  int mtu = 0;
  uint32_t size = sizeof(mtu);
  report("without a peer", sys::getsockopt(socket, SOL_IP, IP_MTU, &mtu, &size));
  for (int set : {9000, 1500}) {
    set_mtu_of_loopback(set);
    setup::connect(socket, setup::loopback(9));
    report_option(label("where it is ", set), socket, SOL_IP, IP_MTU);
  }
}
