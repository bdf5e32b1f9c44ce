// IP_ADD_SOURCE_MEMBERSHIP joins a group for one sender, and again for another. IP_DROP_SOURCE_MEMBERSHIP leaves one of
// them, and the other still comes.
// Covers: setsockopt IP_ADD_SOURCE_MEMBERSHIP, IP_DROP_SOURCE_MEMBERSHIP, EADDRNOTAVAIL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member member;
  const GroupSender second = {group, on_loopback, host(2)}, third = {group, on_loopback, host(3)};
  report("join for .2", sys::setsockopt(member.socket, SOL_IP, IP_ADD_SOURCE_MEMBERSHIP, &second, sizeof(second)));
  report("join for .3", sys::setsockopt(member.socket, SOL_IP, IP_ADD_SOURCE_MEMBERSHIP, &third, sizeof(third)));
  for (uint8_t last : {4, 2, 3})
    send_to_group(member.at_group, label("from .", last).text(), last);
  report_next("received", member.socket);
  report_next("received next", member.socket);
  report("leave .2", sys::setsockopt(member.socket, SOL_IP, IP_DROP_SOURCE_MEMBERSHIP, &second, sizeof(second)));
  for (uint8_t last : {2, 3})
    send_to_group(member.at_group, label("again from .", last).text(), last);
  report_next("received", member.socket);
  report("leave .2 again", sys::setsockopt(member.socket, SOL_IP, IP_DROP_SOURCE_MEMBERSHIP, &second, sizeof(second)));
  report("leave .3", sys::setsockopt(member.socket, SOL_IP, IP_DROP_SOURCE_MEMBERSHIP, &third, sizeof(third)));
  send_to_group(member.at_group, "too late", 3);
  member.send_directly("not by the group");
  report_next("received", member.socket);
}
