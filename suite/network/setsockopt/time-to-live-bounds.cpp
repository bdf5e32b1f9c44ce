// IP_TTL is between 1 and 255, and 64 at first and for -1.
// Covers: setsockopt IP_TTL, EINVAL
// Covers: getsockopt IP_TTL
// REQUIRES: namespaces
#include "suite/network/setsockopt/bounds.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    report("type", Choice{abi::sets::socket_type, type});
    Fd socket = setup::socket(AF_INET, type);
    report_option("getsockopt IP_TTL", socket, SOL_IP, IP_TTL);
    for (int ttl : {255, 256, 1, 0, -2, -1})
      report_set("IP_TTL", socket, SOL_IP, IP_TTL, ttl);
  }
}
