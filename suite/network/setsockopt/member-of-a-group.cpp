// A socket that has joined a group by IP_ADD_MEMBERSHIP receives what is sent to it, until IP_DROP_MEMBERSHIP. It joins
// once, and leaves what it has joined.
// Covers: setsockopt IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, EADDRINUSE, EADDRNOTAVAIL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member member;
  const Group joined = {group, on_loopback};
  send_to_group(member.at_group, "before");
  report("join", sys::setsockopt(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, &joined, sizeof(joined)));
  send_to_group(member.at_group, "meanwhile");
  report_next("received", member.socket);
  report("join again", sys::setsockopt(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, &joined, sizeof(joined)));
  report("leave", sys::setsockopt(member.socket, SOL_IP, IP_DROP_MEMBERSHIP, &joined, sizeof(joined)));
  send_to_group(member.at_group, "afterwards");
  member.send_directly("not by the group");
  report_next("received next", member.socket);
  report("leave again", sys::setsockopt(member.socket, SOL_IP, IP_DROP_MEMBERSHIP, &joined, sizeof(joined)));
}
