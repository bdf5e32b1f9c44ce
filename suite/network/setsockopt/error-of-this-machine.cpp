// With IP_RECVERR an error of this machine is queued as well, with SO_EE_ORIGIN_LOCAL, and with the MTU when a
// datagram was too long for it.
// Covers: setsockopt IP_RECVERR
// Covers: recvmsg MSG_ERRQUEUE
// REQUIRES: root || ns-root, namespaces
#include "suite/network/setsockopt/queued_error.h"

void test() {
  set_mtu_of_loopback(1500);
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(socket, SOL_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO);
  setup::connect(socket, setup::loopback(9));
  static char bytes[2000];
  for (int on : {0, 1}) {
    report(label("IP_RECVERR ", on), sys::setsockopt(socket, SOL_IP, IP_RECVERR, &on, sizeof(on)));
    report("write", sys::write(socket, bytes, sizeof(bytes)));
    report_queued_error<sockaddr_in>("recvmsg", socket);
  }
}
