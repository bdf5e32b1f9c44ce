// With IPV6_RECVORIGDSTADDR a datagram comes with the address and port that it was sent to.
// Covers: setsockopt IPV6_RECVORIGDSTADDR
// REQUIRES: ipv6
#include "suite/network/setsockopt/datagrams6.h"

namespace {

constexpr int IPV6_RECVORIGDSTADDR = 74; // linux/in6.h

} // namespace

void test() {
  const Bound6 receiver, sender;
  const int on = 1;
  report("setsockopt", sys::setsockopt(receiver.socket, SOL_IPV6, IPV6_RECVORIGDSTADDR, &on, sizeof(on)));
  report("receiver", receiver.address);
  setup::require_value("sendto", sys::sendto(sender.socket, "x", 1, 0, &receiver.address, sizeof(receiver.address)), 1);
  await_arrival(receiver.socket);
  char byte;
  Control<sockaddr_in6> along = {};
  report("recvmsg", sys::recvmsg(receiver.socket, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("length", along.header.cmsg_len);
  report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
  report("type", along.header.cmsg_type);
  report("sent to", along.value);
}
