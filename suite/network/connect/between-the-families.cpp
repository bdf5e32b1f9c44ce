// An IPv6 socket that is bound to ::1 reaches no mapped address, and one that is bound to a mapped address does not
// reach ::1. connect and sendto fail, for datagrams and for streams.
// Covers: connect ENETUNREACH, EAFNOSUPPORT, mapped addresses
// Covers: sendto ENETUNREACH, EAFNOSUPPORT, mapped addresses
// REQUIRES: ipv6
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in6 six = loopback6(1), four = mapped(loopback_host(1, six.sin6_port));
  for (int type : {SOCK_DGRAM, SOCK_STREAM}) {
    const Choice kind = {abi::sets::socket_type, type};
    Fd at_six = bound_socket(type, loopback6()), at_four = bound_socket(type, mapped(loopback_host(1)));
    report(label("connect from ::1 to a mapped address, ", kind), sys::connect(at_six, &four, sizeof(four)));
    report(label("connect from a mapped address to ::1, ", kind), sys::connect(at_four, &six, sizeof(six)));
  }
  Fd at_six = bound_socket(SOCK_DGRAM, loopback6()), at_four = bound_socket(SOCK_DGRAM, mapped(loopback_host(1)));
  report("sendto from ::1 to a mapped address", sys::sendto(at_six, "x", 1, 0, &four, sizeof(four)));
  report("sendto from a mapped address to ::1", sys::sendto(at_four, "x", 1, 0, &six, sizeof(six)));
}
