// With IPV6_RECVERR a socket queues the ICMP error of a datagram that it sent to a port that nobody has. Without the
// option it queues none.
// Covers: setsockopt IPV6_RECVERR
// REQUIRES: ipv6
#include "suite/network/setsockopt/queued_error.h"

void test() {
  for (int on : {0, 1}) {
    Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
    report(label("IPV6_RECVERR ", on), sys::setsockopt(socket, SOL_IPV6, IPV6_RECVERR, &on, sizeof(on)));
    setup::connect(socket, loopback6(1)); // nobody is there
    setup::write_all(socket, "x");
    pollfd entry = {socket, 0, 0};
    report("poll", sys::poll(&entry, 1, 10000));
    report_queued_error<sockaddr_in6>("recvmsg", socket);
    report_option("SO_ERROR", socket, SOL_SOCKET, SO_ERROR);
  }
}
