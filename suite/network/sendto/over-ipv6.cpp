// A datagram goes to an IPv6 address, and from an IPv6 socket to a mapped IPv4 address. Each receiver sees the sender
// by its own family.
// Covers: sendto AF_INET6
// Covers: sendmsg AF_INET6
// REQUIRES: ipv6
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  Fd six = bound_socket(SOCK_DGRAM, loopback6());
  setup::Bound four = setup::udp_socket();
  const auto by_six = name_of<sockaddr_in6>(six);
  const sockaddr_in6 by_four = mapped(four.address);
  for (const SendCall &call : send_calls) {
    Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
    report(label(call.name, " to IPv6"), call.send(sender, "six", 0, &by_six, sizeof(by_six)));
    report(label(call.name, " to a mapped address"), call.send(sender, "four", 0, &by_four, sizeof(by_four)));
    report("port", __builtin_bswap16(name_of<sockaddr_in6>(sender).sin6_port));
    char bytes[8];
    sockaddr_in6 from6 = {};
    sockaddr_in from = {};
    uint32_t size6 = sizeof(from6), size = sizeof(from);
    report("recvfrom", sys::recvfrom(six, bytes, sizeof(bytes), 0, &from6, &size6));
    report("from", from6);
    report("recvfrom", sys::recvfrom(four.socket, bytes, sizeof(bytes), 0, &from, &size));
    report("from", from);
  }
}
