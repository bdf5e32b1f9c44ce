// A datagram goes to the address that its message names, even when the socket has a peer. Without an address it goes
// to the peer.
// Covers: sendmsg address of a connected socket
#include "suite/network/addresses.h"

void test() {
  setup::Bound peer = setup::udp_socket(), other = setup::udp_socket(), sender = setup::udp_socket();
  setup::connect(sender.socket, peer.address);
  report("sendmsg to another", sys::sendmsg(sender.socket, Message("other").with_name(other.address), 0));
  report("sendmsg to the peer", sys::sendmsg(sender.socket, Message("peer"), 0));
  report_arrival("at the other", other.socket);
  report_arrival("at the peer", peer.socket);
  report_arrival("at the peer again", peer.socket, MSG_DONTWAIT);
}
