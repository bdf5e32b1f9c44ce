// IPV6_UNICAST_HOPS is 0 if it is set so, unlike IP_TTL. It and IP_TTL of an IPv6 socket do not change each other.
// Covers: setsockopt IPV6_UNICAST_HOPS, IP_TTL
// Covers: getsockopt IPV6_UNICAST_HOPS, IP_TTL
// REQUIRES: ipv6, namespaces
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  report_set("IPV6_UNICAST_HOPS", socket, SOL_IPV6, IPV6_UNICAST_HOPS, 0);
  report_option("getsockopt IP_TTL", socket, SOL_IP, IP_TTL);
  report_set("IP_TTL", socket, SOL_IP, IP_TTL, 33);
  report_option("getsockopt IPV6_UNICAST_HOPS", socket, SOL_IPV6, IPV6_UNICAST_HOPS);
}
