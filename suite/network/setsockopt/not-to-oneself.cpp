// With IP_MULTICAST_LOOP of 0 this machine does not receive what the socket sends to a group.
// Covers: setsockopt IP_MULTICAST_LOOP
// REQUIRES: root || ns-root, namespaces, veth
#include "suite/network/setsockopt/groups.h"
#include "suite/network/setsockopt/netlink.h"

void test() {
  make_second_interface();
  Member member;
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_second});
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(sender, SOL_IP, IP_MULTICAST_IF, on_second);
  for (int loop : {1, 0, 1}) {
    report(label("IP_MULTICAST_LOOP ", loop), sys::setsockopt(sender, SOL_IP, IP_MULTICAST_LOOP, &loop, sizeof(loop)));
    send_from(sender, label("with ", loop).text(), member.at_group);
  }
  send_from(sender, "the last", member.at_group);
  for (int message : {1, 2, 3})
    report_next(label("received ", message), member.socket);
}
