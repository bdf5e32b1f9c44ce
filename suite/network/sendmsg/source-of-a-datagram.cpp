// IP_PKTINFO as a control message chooses the address that a datagram comes from, and the interface,
// for this datagram alone.
// Covers: sendmsg IP_PKTINFO
// REQUIRES: namespaces
#include "suite/network/addresses.h"

namespace {

// in_pktinfo of linux/in.h
struct PacketInfo {
  int32_t interface;
  uint32_t source, destination;
};

Result send(int socket, const sockaddr_in &to, const PacketInfo &info) {
  sockaddr_in name = to;
  Control<PacketInfo> control = {{sizeof(cmsghdr) + sizeof(PacketInfo), 0, SOL_IP, IP_PKTINFO}, info};
  return sys::sendmsg(socket, Message("x").with_name(name).with_control(control), 0);
}

} // namespace

void test() {
  setup::Bound receiver = setup::udp_socket();
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  const uint32_t second = loopback_host(2).sin_addr, third = loopback_host(3).sin_addr;
  report("from 127.0.0.2", send(sender, receiver.address, {0, second, 0}));
  report("from 127.0.0.3, by lo", send(sender, receiver.address, {1, third, 0}));
  report("without", sys::sendto(sender, "x", 1, 0, &receiver.address, sizeof(receiver.address)));
  for (int i = 0; i < 3; ++i) {
    char byte;
    sockaddr_in from = {};
    uint32_t size = sizeof(from);
    report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, 0, &from, &size));
    report("from", from);
  }
}
