// A connected datagram socket sends to the address of the call, or to its peer when there is none. A datagram may be
// empty, and arrives as 0 bytes before the next one.
// Covers: sendto address of a connected socket, empty datagram
// Covers: recvfrom empty datagram
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket) {
  GuardedBytes<8> buffer;
  report(name, sys::recvfrom(socket, &buffer, 8, MSG_DONTWAIT, nullptr, nullptr));
  report("first byte", buffer.bytes(1));
}

} // namespace

void test() {
  Fd sender = setup::socket(AF_UNIX, SOCK_DGRAM), peer = setup::socket(AF_UNIX, SOCK_DGRAM),
     other = setup::socket(AF_UNIX, SOCK_DGRAM);
  const sockaddr_un peers = {AF_UNIX, "peer"}, others = {AF_UNIX, "other"};
  setup::bind(peer, peers);
  setup::bind(other, others);
  setup::connect(sender, peers);
  report("sendto without an address", sys::sendto(sender, "p", 1, 0, nullptr, 0));
  report("sendto to another", sys::sendto(sender, "o", 1, 0, &others, sizeof(others)));
  report("sendto of nothing", sys::sendto(sender, nullptr, 0, 0, nullptr, 0));
  report("sendto afterwards", sys::sendto(sender, "q", 1, 0, nullptr, 0));
  report_received("recvfrom of the peer", peer);
  report_received("recvfrom of the other", other);
  report_received("recvfrom of nothing", peer);
  report_received("recvfrom afterwards", peer);
  report_received("recvfrom when all is received", peer);
}
