// An IPv6 socket gets an IPv6 sender address of 28 bytes, which is a mapped one when the datagram has come by IPv4.
// recvmsg cuts it as recvfrom does.
// Covers: recvfrom AF_INET6
// Covers: recvmsg AF_INET6, address length
// REQUIRES: ipv6
#include "suite/network/addresses.h"

void test() {
  Fd receiver = bound_socket(SOCK_DGRAM, any6()), six = bound_socket(SOCK_DGRAM, loopback6()),
     four = bound_socket(SOCK_DGRAM, setup::loopback(0));
  const uint16_t port = __builtin_bswap16(name_of<sockaddr_in6>(receiver).sin6_port);
  report("IPv6 sender", name_of<sockaddr_in6>(six));
  report("IPv4 sender", name_of<sockaddr_in>(four));
  const sockaddr_in6 by_six = loopback6(port);
  const sockaddr_in by_four = setup::loopback(port);
  for (int i = 0; i < 2; ++i) {
    setup::require_value("sendto", sys::sendto(six, "x", 1, 0, &by_six, sizeof(by_six)), 1);
    setup::require_value("sendto", sys::sendto(four, "x", 1, 0, &by_four, sizeof(by_four)), 1);
  }
  char byte;
  for (int i = 0; i < 2; ++i) {
    Guarded<sockaddr_in6> sender;
    uint32_t size = 64;
    report("recvfrom", sys::recvfrom(receiver, &byte, 1, 0, &sender, &size));
    report("size", size);
    report("sender", *sender);
    report_walls("walls", sender);
  }
  for (uint32_t room : {28u, 4u}) {
    Guarded<sockaddr_in6> sender;
    Message message(&byte, 1);
    message.with_name(&sender, room);
    report(label("recvmsg with room for ", room), sys::recvmsg(receiver, message, 0));
    report("msg_namelen", message->msg_namelen);
    report("port", __builtin_bswap16(sender->sin6_port));
    report_poison("behind what fits", sender.bytes().data + room, 28 - room);
    report_walls("walls", sender);
  }
}
