// Neither end of a pair has a name. getsockname and getpeername return only the family.
// Covers: socketpair names
// Covers: getsockname socketpair
// Covers: getpeername socketpair
#include "suite/network/addresses.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
    int ends[2] = {-1, -1};
    report(label("socketpair ", Choice{abi::sets::socket_type, type}), sys::socketpair(AF_UNIX, type, 0, ends));
    for (int end : ends) {
      LocalRoom own, peer;
      report("getsockname", sys::getsockname(end, &own.address, &own.size));
      report_local(own, 0);
      report("getpeername", sys::getpeername(end, &peer.address, &peer.size));
      report_local(peer, 0);
    }
  }
}
