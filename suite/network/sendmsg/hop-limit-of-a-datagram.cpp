// Control messages set the hop limit and the traffic class of one IPv6 datagram. The datagrams after
// it have those of the socket.
// Covers: sendmsg IPV6_HOPLIMIT, IPV6_TCLASS
// Covers: recvmsg IPV6_HOPLIMIT
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

constexpr int IPV6_RECVHOPLIMIT = 51, IPV6_HOPLIMIT = 52; // linux/in6.h

template <class Value> Result send(int socket, sockaddr_in6 to, int type, const Value &value) {
  Control<Value> control = {{sizeof(cmsghdr) + sizeof(Value), 0, SOL_IPV6, type}, value};
  return sys::sendmsg(socket, Message("x").with_name(to).with_control(control), 0);
}

void report_received(int socket) {
  char byte;
  Control<int> along = {};
  report("recvmsg", sys::recvmsg(socket, Message(&byte, 1).with_control(along), 0));
  report("type", along.header.cmsg_type);
  report("value", along.value);
}

} // namespace

void test() {
  const int on = 1, hops = 33;
  Fd receiver = bound_socket(SOCK_DGRAM, loopback6()), sender = setup::socket(AF_INET6, SOCK_DGRAM),
     other = bound_socket(SOCK_DGRAM, loopback6());
  const auto address = name_of<sockaddr_in6>(receiver), there = name_of<sockaddr_in6>(other);
  setup::set_option(receiver, SOL_IPV6, IPV6_RECVHOPLIMIT, on);
  setup::set_option(other, SOL_IPV6, IPV6_RECVTCLASS, on);
  setup::set_option(sender, SOL_IPV6, IPV6_UNICAST_HOPS, hops);
  report("hop limit of 7", send(sender, address, IPV6_HOPLIMIT, 7));
  report("without", sys::sendto(sender, "x", 1, 0, &address, sizeof(address)));
  report("hop limit of 256", send(sender, address, IPV6_HOPLIMIT, 256));
  report_received(receiver);
  report_received(receiver);
  report("traffic class of 0x20", send(sender, there, IPV6_TCLASS, 0x20));
  report("without", sys::sendto(sender, "x", 1, 0, &there, sizeof(there)));
  report_received(other);
  report_received(other);
}
