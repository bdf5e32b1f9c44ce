// Over IPv6 as well IP_PMTUDISC_DO refuses a datagram that is too long for the path, and IP_PMTUDISC_WANT and
// IP_PMTUDISC_DONT have it go in fragments.
// Covers: setsockopt IPV6_MTU_DISCOVER
// Covers: sendto EMSGSIZE
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/setsockopt/datagrams6.h"
#include "suite/network/setsockopt/fragments.h"

void test() {
  set_mtu_of_loopback(1500);
  Bound6 receiver;
  ask_for_fragments(receiver.socket, SOL_IPV6, IPV6_RECVFRAGSIZE);
  for (int how : {IP_PMTUDISC_DO, IP_PMTUDISC_WANT, IP_PMTUDISC_DONT}) {
    Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
    setup::connect(sender, receiver.address);
    report(label("IPV6_MTU_DISCOVER ", how), sys::setsockopt(sender, SOL_IPV6, IPV6_MTU_DISCOVER, &how, sizeof(how)));
    for (size_t size : {1452, 1453}) // with headers of IP and UDP the first is 1500 bytes
      report_way(sender, receiver.socket, size);
  }
}
