// The addresses of each family have their bytes where Linux has them, in bind and in getsockname:
// the port and the address of AF_INET are in network order.
// Covers: layouts sockaddr_in, sockaddr_un, sockaddr_nl
// Covers: bind layout
// Covers: getsockname layout
// REQUIRES: namespaces
#include "suite/abi/layouts/raw.h"

namespace {

template <size_t size> void report_bound(const char *name, int domain, int type, layouts::Raw<size> &address) {
  Fd socket = setup::socket(domain, type);
  report(label(name, ", bind"), sys::bind(socket, address, size));
  layouts::Raw<size> told;
  Guarded<uint32_t> length;
  *length = size;
  report(label(name, ", getsockname"), sys::getsockname(socket, told, &length));
  report("length", *length);
  report("address", told.bytes(0, size));
  told.report_walls();
  report_walls("walls of the length", length);
}

} // namespace

void test() {
  auto in = layouts::Raw<16>::zeros();
  in.put<uint16_t>(0, AF_INET).put<uint8_t>(2, 0x9c).put<uint8_t>(3, 0x41).put<uint8_t>(4, 127).put<uint8_t>(7, 1);
  report_bound("AF_INET", AF_INET, SOCK_DGRAM, in);
  auto un = layouts::Raw<8>::zeros();
  un.put<uint16_t>(0, AF_UNIX).put<uint8_t>(2, 's').put<uint8_t>(3, 'o').put<uint8_t>(4, 'c').put<uint8_t>(5, 'k');
  report_bound("AF_UNIX", AF_UNIX, SOCK_STREAM, un);
  auto nl = layouts::Raw<12>::zeros();
  nl.put<uint16_t>(0, AF_NETLINK).put<uint32_t>(4, 0x01020304);
  report_bound("AF_NETLINK", AF_NETLINK, SOCK_RAW, nl);
}
