// SO_RCVTIMEO ends a receive that waits, with EAGAIN.
// Covers: setsockopt SO_RCVTIMEO
// Covers: recvfrom EAGAIN
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const timeval soon = {0, 30000};
  report("SO_RCVTIMEO", sys::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof(soon)));
  char byte;
  report("recvfrom that waits", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
}
