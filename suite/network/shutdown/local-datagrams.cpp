// A local datagram socket, and one of packets, can be shut in each direction. After SHUT_WR it sends
// no more, after SHUT_RD it receives no more, and its peer fails with EPIPE.
// A receive then gives the end, and does not wait.
// Covers: shutdown SOCK_DGRAM, SOCK_SEQPACKET
#include "wali/test.h"

namespace {

void report_all(const char *name, const SocketPair &pair) {
  char byte;
  report(name, sys::sendto(pair.first, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("recvfrom at the other end", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  report("sendto at the other end", sys::sendto(pair.second, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("recvfrom", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
}

} // namespace

void test() {
  for (int type : {SOCK_DGRAM, SOCK_SEQPACKET}) {
    SocketPair pair = setup::socketpair(type);
    const Choice name = {abi::sets::socket_type, type};
    report_all(label(name, ": sendto").c_str(), pair);
    report("SHUT_WR", sys::shutdown(pair.first, SHUT_WR));
    report_all("sendto", pair);
    report("SHUT_RD", sys::shutdown(pair.first, SHUT_RD));
    report_all("sendto", pair);
  }
}
