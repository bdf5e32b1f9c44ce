// IPV6_TCLASS is between 0 and 255, and 0 at first and for -1.
// Covers: setsockopt IPV6_TCLASS, EINVAL
// Covers: getsockopt IPV6_TCLASS
// REQUIRES: ipv6
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  report_option("getsockopt IPV6_TCLASS", socket, SOL_IPV6, IPV6_TCLASS);
  for (int value : {255, 256, 7, -2, -1})
    report_set("IPV6_TCLASS", socket, SOL_IPV6, IPV6_TCLASS, value);
}
