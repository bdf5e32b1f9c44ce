// SO_NO_CHECK has a UDP socket send without a checksum: it is off at first, and told as 0 or 1. The datagrams arrive.
// Covers: setsockopt SO_NO_CHECK
// Covers: getsockopt SO_NO_CHECK
#include "suite/network/setsockopt/bounds.h"

void test() {
  constexpr int SO_NO_CHECK = 11; // asm-generic/socket.h
  setup::Bound receiver = setup::udp_socket();
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(sender, receiver.address);
  report_option("getsockopt SO_NO_CHECK", sender, SOL_SOCKET, SO_NO_CHECK);
  for (int value : {1, 0, 7}) {
    report_set("SO_NO_CHECK", sender, SOL_SOCKET, SO_NO_CHECK, value);
    report("sendto", sys::sendto(sender, "x", 1, 0, nullptr, 0));
    char byte;
    report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, 0, nullptr, nullptr));
  }
}
