// A socket whose send buffer is full sends again when SO_SNDBUF is raised, although nobody has received.
// Covers: setsockopt SO_SNDBUF
#include "suite/network/setsockopt/room.h"

namespace {

void report_growth(const char *name, const SocketPair &pair) {
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, 8000);
  taken(pair.first);
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, 80000);
  report(label("sendto, ", name), sys::sendto(pair.first, "x", 1, MSG_DONTWAIT, nullptr, 0));
}

} // namespace

void test() {
  report_growth("local stream", setup::socketpair());
  report_growth("packets", setup::socketpair(SOCK_SEQPACKET));
  report_growth("datagrams", setup::socketpair(SOCK_DGRAM));
  report_growth("TCP", setup::tcp_pair());
}
