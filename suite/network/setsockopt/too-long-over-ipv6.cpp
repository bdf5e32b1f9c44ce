// With IPV6_RECVERR a datagram that is too long for any packet leaves an error of this machine in the queue. Over IPv4,
// with IP_RECVERR, it leaves none.
// Covers: setsockopt IPV6_RECVERR, IP_RECVERR
// Covers: sendto EMSGSIZE
// Covers: recvmsg MSG_ERRQUEUE, EAGAIN
// REQUIRES: ipv6, namespaces
#include "suite/network/setsockopt/queued_error.h"

void test() {
  static char bytes[65536];
  const sockaddr_in four = setup::loopback(9);
  const sockaddr_in6 six = loopback6(9);
  Fd by_four = setup::socket(AF_INET, SOCK_DGRAM), by_six = setup::socket(AF_INET6, SOCK_DGRAM);
  setup::set_option(by_four, SOL_IP, IP_RECVERR, 1);
  setup::set_option(by_six, SOL_IPV6, IPV6_RECVERR, 1);
  report("sendto over IPv6", sys::sendto(by_six, bytes, sizeof(bytes), 0, &six, sizeof(six)));
  report_queued_error<sockaddr_in6>("recvmsg", by_six);
  report("sendto over IPv4", sys::sendto(by_four, bytes, sizeof(bytes), 0, &four, sizeof(four)));
  report("recvmsg", sys::recvmsg(by_four, Message(bytes, 1), MSG_ERRQUEUE));
}
