// With IP_FREEBIND a socket binds an address that the machine does not have.
// Covers: setsockopt IP_FREEBIND
#include "wali/test.h"

void test() {
  Fd free = setup::socket(AF_INET, SOCK_DGRAM), other = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in nobodys = setup::loopback(0);
  nobodys.sin_addr = 0x010200c0; // 192.0.2.1, for documentation (RFC 5737)
  const int on = 1;
  report("bind", sys::bind(other, &nobodys, sizeof(nobodys)));
  report("IP_FREEBIND", sys::setsockopt(free, SOL_IP, IP_FREEBIND, &on, sizeof(on)));
  report("bind with it", sys::bind(free, &nobodys, sizeof(nobodys)));
}
