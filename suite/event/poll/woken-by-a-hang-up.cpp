// A poll that asks for no events is woken by the hang-up of its socket. Shutting down both halves of the socket
// itself does that, and for local stream and SOCK_SEQPACKET sockets the same shutdown by the peer.
// Covers: poll POLLHUP, waking
#include "suite/event/poll/shutdowns.h"

void test() {
  SocketPair stream = setup::socketpair(), packets = setup::socketpair(SOCK_SEQPACKET),
             datagrams = setup::socketpair(SOCK_DGRAM), tcp = setup::tcp_pair();
  report_woken("stream, shut by itself", stream.first, 0, stream.first, SHUT_RDWR);
  report_woken("packets, shut by themselves", packets.first, 0, packets.first, SHUT_RDWR);
  report_woken("datagrams, shut by themselves", datagrams.first, 0, datagrams.first, SHUT_RDWR);
  report_woken("TCP, shut by itself", tcp.first, 0, tcp.first, SHUT_RDWR);
  SocketPair other_stream = setup::socketpair(), other_packets = setup::socketpair(SOCK_SEQPACKET);
  report_woken("stream, shut by its peer", other_stream.first, 0, other_stream.second, SHUT_RDWR);
  report_woken("packets, shut by their peer", other_packets.first, 0, other_packets.second, SHUT_RDWR);
}
