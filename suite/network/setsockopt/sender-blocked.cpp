// IP_BLOCK_SOURCE blocks one sender of a group. IP_UNBLOCK_SOURCE unblocks it if it was blocked.
// Covers: setsockopt IP_BLOCK_SOURCE, IP_UNBLOCK_SOURCE, EADDRNOTAVAIL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Member member;
  setup::set_option(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, Group{group, on_loopback});
  const GroupSender second = {group, on_loopback, host(2)};
  report("block .2", sys::setsockopt(member.socket, SOL_IP, IP_BLOCK_SOURCE, &second, sizeof(second)));
  send_to_group(member.at_group, "from .2", 2);
  send_to_group(member.at_group, "from .3", 3);
  report_next("received", member.socket);
  report("unblock .2", sys::setsockopt(member.socket, SOL_IP, IP_UNBLOCK_SOURCE, &second, sizeof(second)));
  send_to_group(member.at_group, "again from .2", 2);
  report_next("received", member.socket);
  report("unblock .2 again", sys::setsockopt(member.socket, SOL_IP, IP_UNBLOCK_SOURCE, &second, sizeof(second)));
}
