// A new socket has IP_MULTICAST_TTL 1. IP_MULTICAST_LOOP and IP_MULTICAST_ALL are on, and IP_RECVERR is off.
// Covers: getsockopt IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_MULTICAST_ALL, IP_RECVERR
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report_option("IP_MULTICAST_TTL", socket, SOL_IP, IP_MULTICAST_TTL);
  report_option("IP_MULTICAST_LOOP", socket, SOL_IP, IP_MULTICAST_LOOP);
  report_option("IP_MULTICAST_ALL", socket, SOL_IP, IP_MULTICAST_ALL);
  report_option("IP_RECVERR", socket, SOL_IP, IP_RECVERR);
}
