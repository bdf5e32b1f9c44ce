// shutdown of a UDP socket that is connected refuses what it would send, and ends what it would
// wait for.
// Covers: shutdown UDP
#include "wali/test.h"

void test() {
  setup::Bound peer = setup::udp_socket();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(socket, peer.address);
  char byte;
  report("shutdown", sys::shutdown(socket, SHUT_RDWR));
  report("sendto", sys::sendto(socket, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("recvfrom", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
}
