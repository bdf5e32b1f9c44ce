// An IPv6 UDP socket that asks for it gets in control messages the address that a datagram was sent to, with the
// interface that it came by, and its hop limit.
// Covers: setsockopt IPV6_RECVPKTINFO, IPV6_RECVHOPLIMIT, IPV6_UNICAST_HOPS
// REQUIRES: ipv6
#include "wali/test.h"

namespace {

constexpr int IPV6_RECVHOPLIMIT = 51; // linux/in6.h
struct PacketInfo {
  char address[16];
  uint32_t interface;
};

// Receives one datagram with its only control message.
template <class Value> Value received_along(const char *name, int option) {
  Fd receiver = setup::socket(AF_INET6, SOCK_DGRAM), sender = setup::socket(AF_INET6, SOCK_DGRAM);
  sockaddr_in6 address = {AF_INET6, 0, 0, {}, 0};
  address.sin6_addr[15] = 1;
  setup::bind(receiver, address);
  uint32_t size = sizeof(address);
  setup::require_zero("getsockname", sys::getsockname(receiver, &address, &size));
  const int on = 1, hops = 33;
  report(name, sys::setsockopt(receiver, SOL_IPV6, option, &on, sizeof(on)));
  setup::set_option(sender, SOL_IPV6, IPV6_UNICAST_HOPS, hops);
  setup::require_value("sendto", sys::sendto(sender, "x", 1, 0, &address, sizeof(address)), 1);
  char byte;
  Control<Value> along = {};
  report("recvmsg", sys::recvmsg(receiver, Message(&byte, 1).with_control(along), 0));
  report("length", along.header.cmsg_len);
  report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
  report("type", along.header.cmsg_type);
  return along.value;
}

} // namespace

void test() {
  const auto info = received_along<PacketInfo>("IPV6_RECVPKTINFO", IPV6_RECVPKTINFO);
  report("address", Text(info.address, sizeof(info.address)));
  report("interface", info.interface);
  report("hop limit", received_along<int>("IPV6_RECVHOPLIMIT", IPV6_RECVHOPLIMIT));
}
