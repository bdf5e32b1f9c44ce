// IP_ADD_MEMBERSHIP and IP_DROP_MEMBERSHIP take the group with the address of an interface or with its number. The
// size of the structure says which.
// Covers: setsockopt IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, EINVAL, ENODEV
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

namespace {

template <class Structure> void join_and_leave(const char *name, const Structure &structure) {
  Member member;
  report(label(name, ": join"),
         sys::setsockopt(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, &structure, sizeof(structure)));
  send_to_group(member.at_group, name);
  report_next("received", member.socket);
  report("leave", sys::setsockopt(member.socket, SOL_IP, IP_DROP_MEMBERSHIP, &structure, sizeof(structure)));
  send_to_group(member.at_group, name);
  member.send_directly("not by the group");
  report_next("received next", member.socket);
}

} // namespace

void test() {
  join_and_leave("by address", Group{group, on_loopback});
  join_and_leave("by number", GroupAtIndex{group, 0, 1});
  Member member;
  const GroupAtIndex nowhere = {group, 0, 999};
  report("by a number of nothing",
         sys::setsockopt(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, &nowhere, sizeof(nowhere)));
  report("too short", sys::setsockopt(member.socket, SOL_IP, IP_ADD_MEMBERSHIP, &nowhere, sizeof(Group) - 1));
}
