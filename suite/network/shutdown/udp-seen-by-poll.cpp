// After SHUT_RD of a connected UDP socket poll reports POLLIN and POLLRDHUP. A receive with a time limit returns 0,
// and not EAGAIN.
// Covers: shutdown UDP, SHUT_RD
// Covers: recvfrom SO_RCVTIMEO, end
// Covers: poll POLLRDHUP
#include "suite/network/waits.h"

void test() {
  setup::Bound peer = setup::udp_socket();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(socket, peer.address);
  setup::set_option(socket, SOL_SOCKET, SO_RCVTIMEO, soon);
  char byte;
  report("recvfrom before", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
  report("shutdown", sys::shutdown(socket, SHUT_RD));
  pollfd entry = {socket, POLLIN | POLLRDHUP, 0};
  report("poll", sys::poll(&entry, 1, 0));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report("recvfrom afterwards", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
}
