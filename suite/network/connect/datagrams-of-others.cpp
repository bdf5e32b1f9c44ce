// A datagram socket that is connected receives from its peer alone. What another sends there is
// dropped over UDP, and refused with EPERM between local sockets.
// Covers: connect SOCK_DGRAM, datagrams of others
// Covers: sendto EPERM
#include "suite/network/addresses.h"

namespace {

// The receiver is connected to `peer`, whose address is `from`, and not to `other`.
void report_senders(const char *name, int receiver, int peer, int other, const void *to, const void *from,
                    uint32_t to_size, uint32_t from_size) {
  report(label(name, ": sendto of another, before"), sys::sendto(other, "before", 6, 0, to, to_size));
  report_arrival("recvfrom, before", receiver);
  report("connect", sys::connect(receiver, from, from_size));
  report("sendto of another", sys::sendto(other, "other", 5, 0, to, to_size));
  report("sendto of the peer", sys::sendto(peer, "peer", 4, 0, to, to_size));
  report_arrival("recvfrom", receiver);
  report_arrival("recvfrom again", receiver, MSG_DONTWAIT);
}

} // namespace

void test() {
  setup::Bound receiver = setup::udp_socket(), peer = setup::udp_socket(), other = setup::udp_socket();
  report_senders("UDP", receiver.socket, peer.socket, other.socket, &receiver.address, &peer.address, 16, 16);
  const Local here = path("receiver"), there = path("peer");
  report_senders("local", local_socket(SOCK_DGRAM, here), local_socket(SOCK_DGRAM, there),
                 local_socket(SOCK_DGRAM, path("other")), &here.address, &there.address, here.size, there.size);
}
