// A datagram that has come before SHUT_RD is still received, and cut as usual. Then a receive that does not wait fails
// with EAGAIN, and one that would wait ends.
// Covers: shutdown SHUT_RD, UDP
// Covers: recvfrom shutdown, EAGAIN
#include "wali/test.h"

void test() {
  setup::Bound peer = setup::udp_socket(), receiver = setup::udp_socket();
  setup::connect(receiver.socket, peer.address);
  setup::connect(peer.socket, receiver.address);
  setup::write_all(peer.socket, "datagram");
  report("shutdown", sys::shutdown(receiver.socket, SHUT_RD));
  char bytes[2] = {};
  report("recvfrom", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
  report("bytes", Text(bytes, sizeof(bytes)));
  report("recvfrom without waiting", sys::recvfrom(receiver.socket, bytes, 2, MSG_DONTWAIT, nullptr, nullptr));
  report("recvfrom that would wait", sys::recvfrom(receiver.socket, bytes, 2, 0, nullptr, nullptr));
}
