// Datagrams of IPv6.
#pragma once

#include "suite/network/arrivals.h"

namespace wali {

inline constexpr int IPV6_MULTICAST_ALL = 29, IPV6_AUTOFLOWLABEL = 70; // linux/in6.h

// A UDP socket of ::1 on a port that the kernel chose, and its address.
struct Bound6 {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  sockaddr_in6 address = loopback6(0);

  Bound6() {
    setup::bind(socket, address);
    uint32_t size = sizeof(address);
    setup::require_zero("getsockname", sys::getsockname(socket, &address, &size));
  }
};

// The address ::ffff:127.0.0.1 for 127.0.0.1, with its port (ipv6(7)).
inline sockaddr_in6 mapped(const sockaddr_in &address) {
  sockaddr_in6 mapped = {AF_INET6, address.sin_port, 0, {}, 0};
  __builtin_memset(mapped.sin6_addr + 10, 0xff, 2);
  __builtin_memcpy(mapped.sin6_addr + 12, &address.sin_addr, 4);
  return mapped;
}

// Receives a datagram: the value of its only control message, or zeros where it has none.
template <class Value> Value came_along(int socket) {
  await_arrival(socket);
  char byte;
  Control<Value> along = {};
  setup::require_value("recvmsg", sys::recvmsg(socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT), 1);
  return along.value;
}

} // namespace wali
