// A listener at ::1 is not reached at 127.0.0.1, nor one at 127.0.0.1 by ::1. connect to its port there is refused.
// Covers: connect ECONNREFUSED, AF_INET, AF_INET6
// REQUIRES: ipv6
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in6 six = loopback6(5001), at_four = loopback6(5002);
  const sockaddr_in four = setup::loopback(5002), at_six = setup::loopback(5001);
  Fd listener6 = bound_socket(SOCK_STREAM, six), listener = bound_socket(SOCK_STREAM, four);
  setup::listen(listener6);
  setup::listen(listener);
  auto report_connect = [](const char *name, const auto &to, int family) {
    report(name, sys::connect(setup::socket(family, SOCK_STREAM), &to, sizeof(to)));
  };
  report_connect("connect to the port of ::1 at 127.0.0.1", at_six, AF_INET);
  report_connect("connect to the port of ::1 there", six, AF_INET6);
  report_connect("connect to the port of 127.0.0.1 at ::1", at_four, AF_INET6);
  report_connect("connect to the port of 127.0.0.1 there", four, AF_INET);
}
