// socketpair refuses a type that does not exist, and a protocol that its type does not have. The protocol of local
// sockets may be named.
// Covers: socketpair EINVAL, EPROTONOSUPPORT, EOPNOTSUPP, PF_UNIX
#include "wali/test.h"

void test() {
  constexpr int pf_unix = 1, icmp = 1, tcp = 6, udp = 17; // of /etc/protocols, and AF_UNIX itself
  int ends[2];
  report("socketpair, type 75", sys::socketpair(AF_UNIX, 75, 0, ends));
  report("socketpair, datagrams by TCP", sys::socketpair(AF_INET, SOCK_DGRAM, tcp, ends));
  report("socketpair, stream by UDP", sys::socketpair(AF_INET, SOCK_STREAM, udp, ends));
  report("socketpair, stream by ICMP", sys::socketpair(AF_INET, SOCK_STREAM, icmp, ends));
  report("socketpair, raw of no protocol", sys::socketpair(AF_INET, SOCK_RAW, 0, ends));
  report("socketpair, datagrams by UDP", sys::socketpair(AF_INET, SOCK_DGRAM, udp, ends));
  report("socketpair, stream by TCP", sys::socketpair(AF_INET, SOCK_STREAM, tcp, ends));
  report("socketpair, PF_UNIX", sys::socketpair(AF_UNIX, SOCK_STREAM, pf_unix, ends));
}
