// A poll that asks for POLLRDHUP is woken when its own socket is shut down for reading, and when its peer is shut
// down for writing.
// Covers: poll POLLRDHUP, waking
#include "suite/event/poll/shutdowns.h"

namespace {

void report_pairs(const char *name, const SocketPair &own, const SocketPair &peers) {
  report_woken(label(name, ", shut by itself"), own.first, POLLRDHUP, own.first, SHUT_RD);
  report_woken(label(name, ", shut by its peer"), peers.first, POLLRDHUP, peers.second, SHUT_WR);
}

} // namespace

void test() {
  report_pairs("stream", setup::socketpair(), setup::socketpair());
  report_pairs("packets", setup::socketpair(SOCK_SEQPACKET), setup::socketpair(SOCK_SEQPACKET));
  report_pairs("TCP", setup::tcp_pair(), setup::tcp_pair());
  SocketPair datagrams = setup::socketpair(SOCK_DGRAM);
  report_woken("datagrams, shut by themselves", datagrams.first, POLLRDHUP, datagrams.first, SHUT_RD);
}
