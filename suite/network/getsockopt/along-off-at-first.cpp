// The options that ask for control messages are off in a new UDP socket. getsockopt returns 1 when such an option is
// set, and 0 when it is cleared.
// Covers: getsockopt IP_PKTINFO, IP_RECVTOS, IP_RECVTTL, IP_RECVORIGDSTADDR
// Covers: setsockopt IP_PKTINFO, IP_RECVTOS, IP_RECVTTL, IP_RECVORIGDSTADDR
#include "suite/network/getsockopt/switches.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report_switch("IP_PKTINFO", socket, SOL_IP, IP_PKTINFO);
  report_switch("IP_RECVTOS", socket, SOL_IP, IP_RECVTOS);
  report_switch("IP_RECVTTL", socket, SOL_IP, IP_RECVTTL);
  report_switch("IP_RECVORIGDSTADDR", socket, SOL_IP, IP_RECVORIGDSTADDR);
}
