// An IPv6 socket binds ::1 or any address, and getsockname stores 28 bytes. At any address it receives what is sent
// to ::1 and to an IPv4 address, and at ::1 only the former.
// Covers: bind AF_INET6
// Covers: getsockname AF_INET6
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

Result send(uint16_t family, const void *to, uint32_t size) {
  return sys::sendto(setup::socket(family, SOCK_DGRAM), "x", 1, 0, to, size);
}

void report_socket(const char *name, const sockaddr_in6 &at) {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  report(name, sys::bind(socket, &at, sizeof(at)));
  Guarded<sockaddr_in6> own;
  uint32_t size = 64;
  report("getsockname", sys::getsockname(socket, &own, &size));
  report("size", size);
  report("own address", *own);
  report_walls("walls", own);
  const uint16_t port = __builtin_bswap16(own->sin6_port);
  const sockaddr_in6 six = loopback6(port);
  const sockaddr_in four = setup::loopback(port);
  char byte;
  report("sendto ::1", send(AF_INET6, &six, sizeof(six)));
  report("recvfrom", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
  report("sendto 127.0.0.1", send(AF_INET, &four, sizeof(four)));
  report("recvfrom", sys::recvfrom(socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}

} // namespace

void test() {
  report_socket("bind to any", any6());
  report_socket("bind to ::1", loopback6());
  const sockaddr_in6 short_one = loopback6();
  report("bind with 23 bytes", sys::bind(setup::socket(AF_INET6, SOCK_DGRAM), &short_one, 23));
}
