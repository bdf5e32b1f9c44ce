// With IP_RECVERR alone an IPv6 socket queues no error of a datagram that it sent over IPv6. SO_ERROR returns it.
// Covers: setsockopt IP_RECVERR of IPv6 sockets
// Covers: recvmsg MSG_ERRQUEUE, EAGAIN
// REQUIRES: ipv6
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  const int on = 1;
  report("setsockopt IP_RECVERR", sys::setsockopt(socket, SOL_IP, IP_RECVERR, &on, sizeof(on)));
  report_option("getsockopt IP_RECVERR", socket, SOL_IP, IP_RECVERR);
  setup::connect(socket, loopback6(1)); // nobody is there
  setup::write_all(socket, "x");
  pollfd entry = {socket, 0, 0};
  setup::require_value("poll", sys::poll(&entry, 1, 10000), 1);
  char byte;
  report("recvmsg", sys::recvmsg(socket, Message(&byte, 1), MSG_ERRQUEUE));
  report_option("getsockopt SO_ERROR", socket, SOL_SOCKET, SO_ERROR);
}
