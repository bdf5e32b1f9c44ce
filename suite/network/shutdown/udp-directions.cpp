// Each direction of a connected UDP socket is shut down on its own. After SHUT_WR it still receives, and after
// SHUT_RD it still sends. Another connect reopens neither.
// Covers: shutdown UDP, SHUT_RD, SHUT_WR
#include "wali/test.h"

namespace {

// What poll tells of receiving, of a socket for which nothing has come.
void report_reading(const char *name, int socket) {
  pollfd entry = {socket, POLLIN | POLLRDHUP, 0};
  report(name, sys::poll(&entry, 1, 0));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

} // namespace

void test() {
  setup::Bound peer = setup::udp_socket(), sender = setup::udp_socket(), receiver = setup::udp_socket();
  char byte;
  for (int socket : {int{sender.socket}, int{receiver.socket}})
    setup::connect(socket, peer.address);
  report("SHUT_RD", sys::shutdown(sender.socket, SHUT_RD));
  report("SHUT_WR", sys::shutdown(receiver.socket, SHUT_WR));
  for (const char *name : {"recvfrom of the sender", "recvfrom of the sender, connected again"}) {
    report(name, sys::recvfrom(sender.socket, &byte, 1, 0, nullptr, nullptr));
    report("sendto", sys::sendto(sender.socket, "y", 1, 0, nullptr, 0));
    report("recvfrom at the peer", sys::recvfrom(peer.socket, &byte, 1, 0, nullptr, nullptr));
    report_reading("poll of the sender", sender.socket);
    report_reading("poll of the receiver", receiver.socket);
    report("sendto of the receiver", sys::sendto(receiver.socket, "y", 1, MSG_NOSIGNAL, nullptr, 0));
    report("sendto of the peer", sys::sendto(peer.socket, "y", 1, 0, &receiver.address, sizeof(receiver.address)));
    report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, 0, nullptr, nullptr));
    for (int socket : {int{sender.socket}, int{receiver.socket}})
      setup::connect(socket, peer.address);
  }
  report("recvfrom at the peer", sys::recvfrom(peer.socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}
