// A socket whose peer is a group sends to the group. If it is a member as well, and has the port, it receives what it
// sends itself.
// Covers: connect multicast address
// Covers: setsockopt IP_MULTICAST_IF, IP_MULTICAST_LOOP
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

// 239.1.2.3
constexpr uint32_t group = __builtin_bswap32(0xef010203);

void choose_loopback(int socket) {
  const uint32_t loopback = setup::loopback(0).sin_addr;
  setup::set_option(socket, SOL_IP, IP_MULTICAST_IF, loopback);
}

} // namespace

void test() {
  const sockaddr_in at_group = {AF_INET, __builtin_bswap16(20000), group, {}};
  Fd member = bound_socket(SOCK_DGRAM, sockaddr_in{AF_INET, at_group.sin_port, 0, {}}),
     sender = setup::socket(AF_INET, SOCK_DGRAM);
  const uint32_t membership[] = {group, setup::loopback(0).sin_addr}; // ip_mreq
  setup::set_option(member, SOL_IP, IP_ADD_MEMBERSHIP, membership);
  choose_loopback(sender);
  report("connect", sys::connect(sender, &at_group, sizeof(at_group)));
  report("own address", Hex{__builtin_bswap32(name_of<sockaddr_in>(sender).sin_addr)});
  report("sendto", sys::sendto(sender, "another", 7, 0, nullptr, 0));
  report_arrival("recvfrom", member);
  choose_loopback(member);
  report("sendto by the member", sys::sendto(member, "itself", 6, 0, &at_group, sizeof(at_group)));
  report_arrival("recvfrom", member);
}
