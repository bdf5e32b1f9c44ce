// A member of a group that connects to the group does not receive what it sends there, because that comes from its
// own address and not from its peer's. Another member receives it.
// Covers: connect multicast address, datagrams of others
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in any = {AF_INET, __builtin_bswap16(20000), 0, {}};
  sockaddr_in group = any;
  group.sin_addr = __builtin_bswap32(0xef010203);                                                   // 239.1.2.3
  const uint32_t loopback = setup::loopback(0).sin_addr, membership[] = {group.sin_addr, loopback}; // ip_mreq
  const int on = 1;
  Fd members[2];
  for (Fd &member : members) {
    member = setup::socket(AF_INET, SOCK_DGRAM);
    setup::set_option(member, SOL_SOCKET, SO_REUSEADDR, on);
    setup::bind(member, any);
    setup::set_option(member, SOL_IP, IP_ADD_MEMBERSHIP, membership);
  }
  setup::set_option(members[0], SOL_IP, IP_MULTICAST_IF, loopback);
  report("connect", sys::connect(members[0], &group, sizeof(group)));
  report("sendto", sys::sendto(members[0], "x", 1, 0, nullptr, 0));
  report_arrival("recvfrom of the other member", members[1]);
  report_arrival("recvfrom of the sender", members[0], MSG_DONTWAIT);
}
