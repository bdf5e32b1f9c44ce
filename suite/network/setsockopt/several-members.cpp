// A datagram to a group reaches every socket that has joined the group at the port. A socket that has left gets no
// more, and the other still does.
// Covers: setsockopt IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, EADDRNOTAVAIL
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"
#include "suite/network/setsockopt/shared_port.h"

void test() {
  const Group joined = {group, on_loopback};
  Fd members[2];
  sockaddr_in at_group = {AF_INET, 0, group, {}};
  for (Fd &member : members) {
    member = sharing(SOCK_DGRAM, at_group);
    at_group = setup::own_address(member);
    setup::set_option(member, SOL_IP, IP_MULTICAST_ALL, 0);
    report("setsockopt IP_ADD_MEMBERSHIP", sys::setsockopt(member, SOL_IP, IP_ADD_MEMBERSHIP, &joined, sizeof(joined)));
  }
  send_to_group(at_group, "both");
  for (const Fd &member : members)
    report_next("recvfrom", member);
  const auto leave = [&](int member) {
    return sys::setsockopt(member, SOL_IP, IP_DROP_MEMBERSHIP, &joined, sizeof(joined));
  };
  report("setsockopt IP_DROP_MEMBERSHIP of the first", leave(members[0]));
  send_to_group(at_group, "the second");
  report_next("recvfrom of the second", members[1]);
  report("setsockopt IP_DROP_MEMBERSHIP of the first again", leave(members[0]));
  report("setsockopt IP_DROP_MEMBERSHIP of the second", leave(members[1]));
  report_received("recvfrom of the first", members[0]);
}
