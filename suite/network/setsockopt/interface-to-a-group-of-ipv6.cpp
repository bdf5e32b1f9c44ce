// IPV6_MULTICAST_IF chooses the interface by which a datagram socket sends to a group. A stream, and a number that no
// interface has, are refused.
// Covers: setsockopt IPV6_MULTICAST_IF, ENOPROTOOPT, ENODEV
// REQUIRES: ipv6, root || ns-root, namespaces, veth
#include "suite/network/setsockopt/groups6.h"

namespace {

struct PacketInfo {
  Address6 address;
  int32_t interface;
};

} // namespace

void test() {
  const int second = make_second_interface(), nowhere = 999;
  report("the second interface", second);
  give_address6(second);
  route_groups_of_ipv6();
  Member6 member;
  setup::set_option(member.socket, SOL_IPV6, IPV6_RECVPKTINFO, 1);
  for (int interface : {second, 1}) {
    setup::set_option(member.socket, SOL_IPV6, IPV6_JOIN_GROUP, Group6{group6, interface});
    Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
    report("IPV6_MULTICAST_IF", sys::setsockopt(sender, SOL_IPV6, IPV6_MULTICAST_IF, &interface, sizeof(interface)));
    send_from6(sender, "x", member.at_group);
    report("interface", came_along<PacketInfo>(member.socket).interface);
  }
  report("of nothing", sys::setsockopt(member.socket, SOL_IPV6, IPV6_MULTICAST_IF, &nowhere, sizeof(nowhere)));
  Fd stream = setup::socket(AF_INET6, SOCK_STREAM);
  report("of a stream", sys::setsockopt(stream, SOL_IPV6, IPV6_MULTICAST_IF, &second, sizeof(second)));
}
