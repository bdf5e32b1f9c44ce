// A socket that has joined a group by IPV6_ADD_MEMBERSHIP receives what is sent to it, until IPV6_DROP_MEMBERSHIP. It
// joins once, and leaves what it has joined.
// Covers: setsockopt IPV6_ADD_MEMBERSHIP, IPV6_DROP_MEMBERSHIP, EADDRINUSE, EADDRNOTAVAIL
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/setsockopt/groups6.h"

void test() {
  route_groups_of_ipv6();
  Member6 member;
  const Group6 joined = {group6, 1};
  send_to_group6(member.at_group, "before");
  report("join", sys::setsockopt(member.socket, SOL_IPV6, IPV6_JOIN_GROUP, &joined, sizeof(joined)));
  send_to_group6(member.at_group, "meanwhile");
  report_next("received", member.socket);
  report("join again", sys::setsockopt(member.socket, SOL_IPV6, IPV6_JOIN_GROUP, &joined, sizeof(joined)));
  report("leave", sys::setsockopt(member.socket, SOL_IPV6, IPV6_LEAVE_GROUP, &joined, sizeof(joined)));
  send_to_group6(member.at_group, "afterwards");
  member.send_directly("not by the group");
  report_next("received next", member.socket);
  report("leave again", sys::setsockopt(member.socket, SOL_IPV6, IPV6_LEAVE_GROUP, &joined, sizeof(joined)));
}
