// A socket that is bound to a group, and has not joined it, receives nothing of the group if IP_MULTICAST_ALL is 0. It
// does once it has joined.
// Covers: setsockopt IP_MULTICAST_ALL, IP_ADD_MEMBERSHIP
// Covers: bind multicast address
// REQUIRES: namespaces
#include "suite/network/setsockopt/groups.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const int off = 0;
  report("setsockopt IP_MULTICAST_ALL", sys::setsockopt(socket, SOL_IP, IP_MULTICAST_ALL, &off, sizeof(off)));
  setup::bind(socket, sockaddr_in{AF_INET, 0, group, {}});
  const sockaddr_in at_group = setup::own_address(socket);
  send_to_group(at_group, "before");
  const Group joined = {group, on_loopback};
  report("setsockopt IP_ADD_MEMBERSHIP", sys::setsockopt(socket, SOL_IP, IP_ADD_MEMBERSHIP, &joined, sizeof(joined)));
  send_to_group(at_group, "afterwards");
  report_next("recvfrom", socket);
}
