// IP_MULTICAST_IF returns the four-byte address of the interface by which the socket sends to groups, even if a
// longer structure has set it. At first it is 0.0.0.0.
// Covers: getsockopt IP_MULTICAST_IF
#include "suite/network/options.h"

namespace {

void report_interface(const char *name, int socket) {
  Guarded<uint32_t> address;
  uint32_t size = 12;
  report(name, sys::getsockopt(socket, SOL_IP, IP_MULTICAST_IF, &address, &size));
  report("size", size);
  report("address", Hex{__builtin_bswap32(*address)});
  report_walls("walls", address);
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report_interface("at first", socket);
  setup::set_option(socket, SOL_IP, IP_MULTICAST_IF, GroupAtIndex{0, on_loopback, 0});
  report_interface("once set", socket);
}
