// With SO_RCVTIMEO a receive that waits fails with EAGAIN when the time has passed, and not
// before.
// Covers: setsockopt SO_RCVTIMEO
// Covers: recvfrom EAGAIN
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const timeval soon = {0, 30000};
  report("SO_RCVTIMEO", sys::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof(soon)));
  char byte;
  const timespec begun = setup::now();
  report("recvfrom", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
  const timespec ended = setup::now();
  const int64_t waited = (ended.tv_sec - begun.tv_sec) * 1000000000 + ended.tv_nsec - begun.tv_nsec;
  report("nanoseconds that it waited, compared with 29 ms", compared(waited, int64_t{29000000}));
}
