// A netlink socket that has joined a group receives its messages, here the change of an interface. One that has not
// joined receives nothing.
// Covers: bind AF_NETLINK, groups
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

Fd netlink(uint32_t groups) {
  Fd socket = setup::socket(AF_NETLINK, SOCK_RAW);
  const sockaddr_nl address = {AF_NETLINK, 0, 0, groups};
  report("bind", sys::bind(socket, &address, sizeof(address)));
  return socket;
}

} // namespace

void test() {
  constexpr uint32_t links = 1; // RTMGRP_LINK of linux/rtnetlink.h
  Fd member = netlink(links), other = netlink(0), control = setup::socket(AF_INET, SOCK_DGRAM);
  char buffer[8192];
  report("before", sys::recvfrom(member, buffer, sizeof(buffer), MSG_DONTWAIT, nullptr, nullptr));
  ifreq request = {"lo", {}};
  request.ifr_value = 1234;
  setup::require_zero("SIOCSIFMTU", sys::ioctl(control, SIOCSIFMTU, &request));
  struct {
    uint32_t length;
    uint16_t type, flags;
    uint32_t sequence, port;
    char further[8192];
  } message;
  sockaddr_nl sender = {};
  uint32_t size = sizeof(sender);
  report("recvfrom", sys::recvfrom(member, &message, sizeof(message), 0, &sender, &size));
  report("length", message.length);
  report("type", unsigned{message.type}); // RTM_NEWLINK
  report("the sender's number", sender.nl_pid);
  report("groups", Hex{sender.nl_groups});
  report("at the other", sys::recvfrom(other, buffer, sizeof(buffer), MSG_DONTWAIT, nullptr, nullptr));
}
