// Groups of IPv6 on the loopback interface.
#pragma once

#include "suite/network/setsockopt/datagrams6.h"
#include "suite/network/setsockopt/netlink.h"

namespace wali {

// ipv6_mreq of linux/in6.h.
struct Address6 {
  uint8_t bytes[16];
};
struct Group6 {
  Address6 group;
  int32_t interface;
};
// A group for everybody's use, ff15::7.
inline constexpr Address6 group6 = {{0xff, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7}};

// Has what is sent to groups go by the loopback interface, and be received there.
inline void route_groups_of_ipv6() {
  const Route groups = {.family = AF_INET6, .bits = 8, .table = 255, .scope = 0, .kind = 2}; // RTN_LOCAL
  NetlinkRequest(new_route, groups).with(route_destination, Address6{{0xff}}).with(route_device, 1).send("route");
}

inline void send_from6(int socket, Text message, const sockaddr_in6 &to) {
  setup::require_value("sendto", sys::sendto(socket, message.data, message.size, 0, &to, sizeof(to)), message.size);
}
inline void send_to_group6(const sockaddr_in6 &to, Text message) {
  send_from6(setup::socket(AF_INET6, SOCK_DGRAM), message, to);
}

// Gives the second interface an address, fd00::1, that can be used at once: its own cannot before the kernel
// knows that no other machine has it (linux/if_addr.h).
inline void give_address6(int second) {
  struct {
    uint8_t family = AF_INET6, bits = 64, flags = 2, scope = 0; // IFA_F_NODAD
    int32_t index;
  } message = {.index = second};
  constexpr uint16_t new_address = 20, local = 2;
  NetlinkRequest(new_address, message)
      .with(local, Address6{{0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}})
      .send("address");
}

// A UDP socket of any address, to which nothing comes of groups of others, and its port in the group.
struct Member6 {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  sockaddr_in6 at_group = {AF_INET6, 0, 0, {}, 0};

  Member6() {
    setup::set_option(socket, SOL_IPV6, IPV6_MULTICAST_ALL, 0);
    setup::bind(socket, at_group);
    uint32_t size = sizeof(at_group);
    setup::require_zero("getsockname", sys::getsockname(socket, &at_group, &size));
    __builtin_memcpy(at_group.sin6_addr, &group6, sizeof(group6));
  }
  // What comes whatever the socket has joined.
  void send_directly(Text message) const {
    sockaddr_in6 to = loopback6(0);
    to.sin6_port = at_group.sin6_port;
    send_to_group6(to, message);
  }
};

} // namespace wali
