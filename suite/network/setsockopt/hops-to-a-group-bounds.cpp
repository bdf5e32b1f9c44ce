// IP_MULTICAST_TTL is between 0, which is this machine alone, and 255, and 1 for -1. TCP has none.
// Covers: setsockopt IP_MULTICAST_TTL, EINVAL
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM), stream = setup::socket(AF_INET, SOCK_STREAM);
  for (int ttl : {255, 256, 0, -2, -1})
    report_set("IP_MULTICAST_TTL", socket, SOL_IP, IP_MULTICAST_TTL, ttl);
  report_set("IP_MULTICAST_TTL of a stream", stream, SOL_IP, IP_MULTICAST_TTL, 1);
}
