// With MSG_DONTROUTE sendto and sendmsg reach this machine, which needs no gateway. A network behind a gateway is
// unreachable with the flag, and reachable without it.
// Covers: sendto MSG_DONTROUTE, ENETUNREACH
// Covers: sendmsg MSG_DONTROUTE, ENETUNREACH
// REQUIRES: root || ns-root, namespaces
#include "suite/network/messages.h"

namespace {

// A network of documentation (RFC 5737).
constexpr uint32_t network = __builtin_bswap32(0xc6336400), host_in_it = __builtin_bswap32(0xc6336401);

// linux/netlink.h, linux/rtnetlink.h
struct Attribute {
  uint16_t length, type;
  uint32_t value;
};
struct Request {
  uint32_t length;
  uint16_t type, flags;
  uint32_t sequence, port;
  uint8_t family, bits, source_bits, tos, table, protocol, scope, kind;
  uint32_t route_flags;
  Attribute destination, gateway;
};
constexpr uint16_t new_route = 24, delete_route = 25, request_create_ack = 0x405;

// Makes or removes a route to the network over 127.0.0.1 as gateway.
Result change_route(uint16_t type) {
  Fd netlink = setup::socket(AF_NETLINK, SOCK_RAW);
  const Request request = {sizeof(request),
                           type,
                           request_create_ack,
                           1,
                           0,
                           AF_INET,
                           24,
                           0,
                           0,
                           254,
                           3,
                           0,
                           1,
                           0,
                           {8, 1, network},
                           {8, 5, __builtin_bswap32(INADDR_LOOPBACK)}};
  setup::write_all(netlink, {&request, sizeof(request)});
  int32_t answer[32];
  setup::require_count("read", sys::read(netlink, answer, sizeof(answer)), sizeof(answer));
  return {answer[4]}; // behind the header of 16 bytes
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const sockaddr_in near = setup::loopback(9);
  sockaddr_in far = near;
  far.sin_addr = host_in_it;
  setup::require_zero("route", change_route(new_route));
  for (int flags : {0, MSG_DONTROUTE})
    for (const SendCall &call : send_calls) {
      const Line name = label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)});
      report(label(name.text(), ", near"), call.send(socket, "x", flags, &near, sizeof(near)));
      report(label(name.text(), ", far"), call.send(socket, "x", flags, &far, sizeof(far)));
    }
  setup::require_zero("route", change_route(delete_route));
}
