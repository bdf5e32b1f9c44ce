// An IPv6 datagram comes with its hop-by-hop header, its flow and its hop limit if the receiver has asked for them.
// Covers: setsockopt IPV6_RECVHOPOPTS, IPV6_HOPOPTS, IPV6_FLOWINFO, IPV6_RECVHOPLIMIT
// REQUIRES: ipv6, root || ns-root, namespaces
#include "suite/network/setsockopt/datagrams6.h"

namespace {

template <class Value> Value received_with(const char *name, int sender, int option) {
  Bound6 receiver;
  const int on = 1;
  report(name, sys::setsockopt(receiver.socket, SOL_IPV6, option, &on, sizeof(on)));
  setup::connect(sender, receiver.address);
  setup::write_all(sender, "x");
  return came_along<Value>(receiver.socket);
}

} // namespace

void test() {
  Fd sender = setup::socket(AF_INET6, SOCK_DGRAM);
  const uint8_t header[8] = {0, 0, 1, 4, 0, 0, 0, 0}; // a header of eight bytes, filled up by PadN (RFC 8200)
  struct Bytes {
    uint8_t all[8];
  };
  report("IPV6_HOPOPTS", sys::setsockopt(sender, SOL_IPV6, IPV6_HOPOPTS, header, sizeof(header)));
  setup::set_option(sender, SOL_IPV6, IPV6_UNICAST_HOPS, 33);
  setup::set_option(sender, SOL_IPV6, IPV6_TCLASS, 0x20);
  setup::set_option(sender, SOL_IPV6, IPV6_AUTOFLOWLABEL, 0);
  const auto came = received_with<Bytes>("IPV6_RECVHOPOPTS", sender, IPV6_RECVHOPOPTS);
  report("the two bytes behind the next header's number", Text(came.all + 1, 2));
  report("flow", Hex{__builtin_bswap32(received_with<uint32_t>("IPV6_FLOWINFO", sender, IPV6_FLOWINFO))});
  report("hop limit", received_with<int>("IPV6_RECVHOPLIMIT", sender, IPV6_RECVHOPLIMIT));
}
