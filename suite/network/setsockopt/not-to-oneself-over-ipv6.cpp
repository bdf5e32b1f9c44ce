// With IPV6_MULTICAST_LOOP of 0 this machine does not receive what the socket sends to a group.
// Covers: setsockopt IPV6_MULTICAST_LOOP
// REQUIRES: ipv6, root || ns-root, namespaces, veth
#include "suite/network/setsockopt/groups6.h"

void test() {
  const int second = make_second_interface();
  give_address6(second);
  Member6 member;
  setup::set_option(member.socket, SOL_IPV6, IPV6_JOIN_GROUP, Group6{group6, second});
  Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::set_option(sender, SOL_IPV6, IPV6_MULTICAST_IF, second);
  for (int loop : {1, 0, 1}) {
    report(label("IPV6_MULTICAST_LOOP ", loop),
           sys::setsockopt(sender, SOL_IPV6, IPV6_MULTICAST_LOOP, &loop, sizeof(loop)));
    send_from6(sender, label("with ", loop).text(), member.at_group);
  }
  send_from6(sender, "the last", member.at_group);
  for (int message : {1, 2, 3})
    report_next(label("received ", message), member.socket);
}
