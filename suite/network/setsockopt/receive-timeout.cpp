// With SO_RCVTIMEO a receive that waits fails with EAGAIN when the time has passed, and not
// before.
// Covers: setsockopt SO_RCVTIMEO
// Covers: recvfrom EAGAIN
#include "suite/network/waits.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report("SO_RCVTIMEO", sys::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof(soon)));
  char byte;
  report_waited("recvfrom", [&] { return sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr); });
}
