// An IPv4 socket has no IPv6 options. setsockopt fails with ENOPROTOOPT, and getsockopt with EOPNOTSUPP. An IPv6
// socket has the IPv4 options as well.
// Covers: setsockopt ENOPROTOOPT, SOL_IPV6, SOL_IP
// Covers: getsockopt EOPNOTSUPP, SOL_IPV6, SOL_IP
// REQUIRES: ipv6
#include "suite/network/setsockopt/bounds.h"

void test() {
  struct {
    const char *name;
    int option;
  } const options[] = {{"IPV6_V6ONLY", IPV6_V6ONLY}, {"IPV6_RECVERR", IPV6_RECVERR}};
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    report("type", Choice{abi::sets::socket_type, type});
    Fd four = setup::socket(AF_INET, type), six = setup::socket(AF_INET6, type);
    const int on = 1;
    for (const auto &[name, option] : options) {
      int value = 7;
      uint32_t size = sizeof(value);
      report(label("setsockopt ", name, " of IPv4"), sys::setsockopt(four, SOL_IPV6, option, &on, sizeof(on)));
      report("getsockopt of IPv4", sys::getsockopt(four, SOL_IPV6, option, &value, &size));
    }
    report_set("IP_RECVERR of IPv6", six, SOL_IP, IP_RECVERR, 1);
    report_set("IP_RECVTOS of IPv6", six, SOL_IP, IP_RECVTOS, 1);
  }
}
