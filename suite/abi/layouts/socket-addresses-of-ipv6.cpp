// sockaddr_in6 has 28 bytes: the port at 2, the flow at 4, the address at 8 and the scope at 24.
// Covers: layouts sockaddr_in6
// Covers: bind layout, AF_INET6
// Covers: getsockname layout, AF_INET6
// REQUIRES: ipv6
#include "suite/abi/layouts/raw.h"

void test() {
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM);
  auto address = layouts::Raw<28>::zeros();
  address.put<uint16_t>(0, AF_INET6).put<uint8_t>(23, 1);
  report("bind", sys::bind(socket, address, 28));
  layouts::Raw<28> told;
  uint32_t length = 28;
  report("getsockname", sys::getsockname(socket, told, &length));
  report("length", length);
  told.report_field<uint16_t>("family", 0);
  report("high byte of the port, compared with 0", compared(*told.at(2), uint8_t{0}));
  report("flow, address and scope", told.bytes(4, 24));
  told.report_walls();
}
