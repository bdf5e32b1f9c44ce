// With IP_PMTUDISC_DO a datagram that is too long for the path is refused. With IP_PMTUDISC_WANT or IP_PMTUDISC_DONT it
// goes in fragments, none of which is longer than the path takes.
// Covers: setsockopt IP_MTU_DISCOVER, IP_PMTUDISC_DO, IP_PMTUDISC_WANT, IP_PMTUDISC_DONT
// Covers: sendto EMSGSIZE
// REQUIRES: root || ns-root, namespaces
#include "suite/network/setsockopt/fragments.h"

void test() {
  set_mtu_of_loopback(1500);
  setup::Bound receiver = setup::udp_socket();
  report("IP_RECVFRAGSIZE", ask_for_fragments(receiver.socket, SOL_IP, IP_RECVFRAGSIZE));
  for (int how : {IP_PMTUDISC_DO, IP_PMTUDISC_WANT, IP_PMTUDISC_DONT}) {
    Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
    setup::connect(sender, receiver.address);
    report(label("IP_MTU_DISCOVER ", how), sys::setsockopt(sender, SOL_IP, IP_MTU_DISCOVER, &how, sizeof(how)));
    for (size_t size : {1472, 1473, 4000}) // with headers of IP and UDP the first is 1500 bytes
      report_way(sender, receiver.socket, size);
  }
}
