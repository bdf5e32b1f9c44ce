// IP_TOS is 0 at first and keeps the low eight bits of its value. A TCP socket does not set the two low bits, which
// are for congestion notification.
// Covers: setsockopt IP_TOS
// Covers: getsockopt IP_TOS
#include "suite/network/setsockopt/bounds.h"

void test() {
  for (int type : {SOCK_DGRAM, SOCK_STREAM}) {
    report("type", Choice{abi::sets::socket_type, type});
    Fd socket = setup::socket(AF_INET, type);
    report_option("getsockopt IP_TOS", socket, SOL_IP, IP_TOS);
    for (int service : {255, 256, 0x1ff, -1, -2, 0})
      report_set("IP_TOS", socket, SOL_IP, IP_TOS, service);
  }
}
