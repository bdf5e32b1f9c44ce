// A UDP socket can be bound to a multicast or a broadcast address. Then it receives what is sent
// there, and not what is sent to an address of the machine.
// Covers: bind multicast address, broadcast address
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in group = {AF_INET, __builtin_bswap16(20000), __builtin_bswap32(0xef010203), {}}; // 239.1.2.3
  const sockaddr_in broadcast = {
      AF_INET, __builtin_bswap16(20000), __builtin_bswap32(0x7fffffff), {}}; // 127.255.255.255
  const sockaddr_in one = loopback_host(1, __builtin_bswap16(20000));
  Fd member = setup::socket(AF_INET, SOCK_DGRAM), all = setup::socket(AF_INET, SOCK_DGRAM),
     sender = bound_socket(SOCK_DGRAM, loopback_host(1));
  report("bind to a group", sys::bind(member, &group, sizeof(group)));
  report("bind to the broadcast address", sys::bind(all, &broadcast, sizeof(broadcast)));
  const uint32_t membership[] = {group.sin_addr, one.sin_addr}; // ip_mreq
  const int on = 1;
  setup::set_option(member, SOL_IP, IP_ADD_MEMBERSHIP, membership);
  setup::set_option(sender, SOL_IP, IP_MULTICAST_IF, one.sin_addr);
  setup::set_option(sender, SOL_SOCKET, SO_BROADCAST, on);
  report("sendto the group", sys::sendto(sender, "group", 5, 0, &group, sizeof(group)));
  report("sendto all", sys::sendto(sender, "all", 3, 0, &broadcast, sizeof(broadcast)));
  report("sendto one", sys::sendto(sender, "one", 3, 0, &one, sizeof(one)));
  report_arrival("at the group", member);
  report_arrival("at the group again", member, MSG_DONTWAIT);
  report_arrival("at the broadcast address", all);
  report_arrival("at the broadcast address again", all, MSG_DONTWAIT);
}
