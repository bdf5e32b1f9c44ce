// IPV6_MULTICAST_HOPS is the hop limit of what is sent to a group, between 0 and 255, and 1 at first and for -1.
// IPV6_UNICAST_HOPS has no part in it.
// Covers: setsockopt IPV6_MULTICAST_HOPS, EINVAL
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/setsockopt/groups6.h"

namespace {

void report_hops(int sender, const Member6 &member) {
  setup::require_value("sendto", sys::sendto(sender, "x", 1, 0, &member.at_group, sizeof(sockaddr_in6)), 1);
  report("hop limit", came_along<int>(member.socket));
}

} // namespace

void test() {
  route_groups_of_ipv6();
  Member6 member;
  setup::set_option(member.socket, SOL_IPV6, IPV6_JOIN_GROUP, Group6{group6, 1});
  setup::set_option(member.socket, SOL_IPV6, IPV6_RECVHOPLIMIT, 1);
  Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::set_option(sender, SOL_IPV6, IPV6_UNICAST_HOPS, 99);
  report_hops(sender, member);
  for (int hops : {7, 255, 256, -2, -1}) {
    report(label("IPV6_MULTICAST_HOPS ", hops),
           sys::setsockopt(sender, SOL_IPV6, IPV6_MULTICAST_HOPS, &hops, sizeof(hops)));
    report_hops(sender, member);
  }
}
