// The options that ask for control messages are off in a new IPv6 UDP socket. getsockopt returns 1 when such an
// option is set, and 0 when it is cleared.
// Covers: getsockopt IPV6_RECVPKTINFO, IPV6_RECVTCLASS, IPV6_RECVHOPLIMIT
// Covers: setsockopt IPV6_RECVPKTINFO, IPV6_RECVTCLASS, IPV6_RECVHOPLIMIT
// REQUIRES: ipv6
#include "suite/network/getsockopt/switches.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  report_switch("IPV6_RECVPKTINFO", socket, SOL_IPV6, IPV6_RECVPKTINFO);
  report_switch("IPV6_RECVTCLASS", socket, SOL_IPV6, IPV6_RECVTCLASS);
  report_switch("IPV6_RECVHOPLIMIT", socket, SOL_IPV6, IPV6_RECVHOPLIMIT);
}
