// getsockopt returns what setsockopt has set for IPv6 options.
// Covers: getsockopt SOL_IPV6
// Covers: setsockopt SOL_IPV6
// REQUIRES: ipv6
#include "suite/network/options.h"

void test() {
  struct {
    const char *name;
    int option, value;
  } const options[] = {
      {"IPV6_UNICAST_HOPS", IPV6_UNICAST_HOPS, 33},
      {"IPV6_MULTICAST_HOPS", IPV6_MULTICAST_HOPS, 5},
      {"IPV6_MULTICAST_LOOP", IPV6_MULTICAST_LOOP, 0},
      {"IPV6_MTU_DISCOVER", IPV6_MTU_DISCOVER, IP_PMTUDISC_PROBE},
      {"IPV6_V6ONLY", IPV6_V6ONLY, 1},
      {"IPV6_RECVPKTINFO", IPV6_RECVPKTINFO, 1},
      {"IPV6_TCLASS", IPV6_TCLASS, 0x20},
  };
  for (const auto &[name, option, value] : options) {
    Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
    report(label("set ", name), sys::setsockopt(socket, SOL_IPV6, option, &value, sizeof(value)));
    report_option(label("get ", name), socket, SOL_IPV6, option);
  }
}
