// IP_OPTIONS returns the options that the socket sends, as they were set, and their length. The length is 0 when
// there are none.
// Covers: getsockopt IP_OPTIONS
// Covers: setsockopt IP_OPTIONS
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const uint8_t options[] = {0x94, 4, 0, 0, 1, 1, 1, 0}; // a router's alert (RFC 2113) and three of no operation
  GuardedBytes<sizeof(options)> seen;
  for (uint32_t length : {0u, 8u}) {
    report(label("set ", length, " bytes"), sys::setsockopt(socket, SOL_IP, IP_OPTIONS, options, length));
    uint32_t size = 40;
    report("get", sys::getsockopt(socket, SOL_IP, IP_OPTIONS, &seen, &size));
    report("size", size);
    report("options", seen.bytes());
    report_walls("walls", seen);
  }
}
