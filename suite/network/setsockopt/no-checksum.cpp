// With SO_NO_CHECK a UDP socket sends without a checksum, and the datagrams arrive. The option is off at first, and
// getsockopt returns 0 or 1.
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
