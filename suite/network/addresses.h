// Addresses of local and of IPv6 sockets, and sockets at them, for the programs of this group.
#pragma once

#include "wali/test.h"

namespace wali {

// The address of a local socket, and how many of its bytes count: the family, and the name.
struct Local {
  sockaddr_un address = {AF_UNIX, {}};
  uint32_t size = sizeof(uint16_t);
};
// A path, whose NUL counts.
inline Local path(Text name) {
  Local result;
  __builtin_memcpy(result.address.sun_path, name.data, name.size);
  result.size += static_cast<uint32_t>(name.size) + 1;
  return result;
}
// An abstract name: a NUL, and the bytes of `name`.
inline Local abstract(Text name) {
  Local result;
  __builtin_memcpy(result.address.sun_path + 1, name.data, name.size);
  result.size += 1 + static_cast<uint32_t>(name.size);
  return result;
}

inline Fd local_socket(int type, const Local &at) {
  Fd socket = setup::socket(AF_UNIX, type);
  setup::require_zero("bind", sys::bind(socket, &at.address, at.size));
  return socket;
}
inline Fd local_listener(int type, const Local &at, int backlog = 8) {
  Fd listener = local_socket(type, at);
  setup::listen(listener, backlog);
  return listener;
}
inline void connect(int socket, const Local &to) {
  setup::require_zero("connect", sys::connect(socket, &to.address, to.size));
}
inline Fd local_caller(int type, const Local &to) {
  Fd socket = setup::socket(AF_UNIX, type);
  connect(socket, to);
  return socket;
}

// Room for a local address, and for its length.
struct LocalRoom {
  Guarded<sockaddr_un> address;
  uint32_t size = sizeof(sockaddr_un);
};
// Reports the length that was stored, the family, the first `name_size` bytes of the name, and
// whether those behind it are as they were.
inline void report_local(const LocalRoom &stored, size_t name_size) {
  const Text bytes = stored.address.bytes();
  uint16_t family = 0;
  __builtin_memcpy(&family, bytes.data, sizeof(family));
  report("size", stored.size);
  report("family", Choice{abi::sets::address_family, family});
  report("name", bytes.part(2, name_size));
  report_poison("behind the name", bytes.data + 2 + name_size, sizeof(sockaddr_un::sun_path) - name_size);
  report_walls("walls", stored.address);
}

// Addresses of IPv6, with a port as the host writes it.
inline sockaddr_in6 any6(uint16_t port = 0) { return {AF_INET6, __builtin_bswap16(port), 0, {}, 0}; }
inline sockaddr_in6 loopback6(uint16_t port = 0) {
  sockaddr_in6 address = any6(port);
  address.sin6_addr[15] = 1;
  return address;
}
// ::ffff:a.b.c.d, by which an IPv6 socket reaches an IPv4 one.
inline sockaddr_in6 mapped(const sockaddr_in &four) {
  sockaddr_in6 address = {AF_INET6, four.sin_port, 0, {}, 0};
  __builtin_memset(address.sin6_addr + 10, 0xff, 2);
  __builtin_memcpy(address.sin6_addr + 12, &four.sin_addr, sizeof(four.sin_addr));
  return address;
}
// Of IPv4: 127.0.0.`host`, all of which are this machine's.
inline sockaddr_in loopback_host(uint8_t host, uint16_t network_port = 0) {
  return {AF_INET, network_port, __builtin_bswap32(0x7f000000u | host), {}};
}

// The address that a socket is bound to.
template <class Address> Address name_of(int socket) {
  Address address = {};
  uint32_t size = sizeof(address);
  setup::require_zero("getsockname", sys::getsockname(socket, &address, &size));
  return address;
}
// Receives a datagram, and reports the result and the bytes.
inline void report_arrival(const char *name, int socket, int flags = 0) {
  char bytes[16] = {};
  report(name, sys::recvfrom(socket, bytes, sizeof(bytes), flags, nullptr, nullptr));
  report("bytes", Text(bytes));
}

template <class Address> Fd bound_socket(int type, const Address &at) {
  uint16_t family = 0;
  __builtin_memcpy(&family, &at, sizeof(family));
  Fd socket = setup::socket(family, type);
  setup::bind(socket, at);
  return socket;
}

} // namespace wali
