// shutdown of a UDP socket without a peer fails with ENOTCONN, whichever half it names, and the socket still receives
// what has come.
// Covers: shutdown ENOTCONN, UDP
#include "suite/network/addresses.h"

void test() {
  setup::Bound bound = setup::udp_socket();
  Fd free = setup::socket(AF_INET, SOCK_DGRAM), sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::require_value("sendto", sys::sendto(sender, "x", 1, 0, &bound.address, sizeof(bound.address)), 1);
  for (int how : {SHUT_RD, SHUT_WR, SHUT_RDWR}) {
    report(label("shutdown ", how, " of a new socket"), sys::shutdown(free, how));
    report(label("shutdown ", how, " of one that is bound"), sys::shutdown(bound.socket, how));
  }
  report_arrival("recvfrom", bound.socket);
}
