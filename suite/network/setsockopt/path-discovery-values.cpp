// IP_MTU_DISCOVER is IP_PMTUDISC_WANT at first. It takes the values up to IP_PMTUDISC_OMIT and no other.
// Covers: setsockopt IP_MTU_DISCOVER, EINVAL
// Covers: getsockopt IP_MTU_DISCOVER
// REQUIRES: namespaces
#include "suite/network/setsockopt/bounds.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    report("type", Choice{abi::sets::socket_type, type});
    Fd socket = setup::socket(AF_INET, type);
    report_option("getsockopt IP_MTU_DISCOVER", socket, SOL_IP, IP_MTU_DISCOVER);
    for (int value : {0, 1, 2, 3, 4, 5, 6, 99, -1})
      report_set("IP_MTU_DISCOVER", socket, SOL_IP, IP_MTU_DISCOVER, value);
  }
}
