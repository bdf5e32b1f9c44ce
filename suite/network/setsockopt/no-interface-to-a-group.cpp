// IP_MULTICAST_IF takes an address or a structure, but no single byte and no number that no interface has. getsockopt
// returns 0.0.0.0 when only a number is set, and when all zeros clear the choice.
// Covers: setsockopt IP_MULTICAST_IF, EINVAL, EADDRNOTAVAIL
// Covers: getsockopt IP_MULTICAST_IF
// REQUIRES: namespaces
#include "suite/network/options.h"

namespace {

void report_choice(const char *name, int socket, const GroupAtIndex &choice, uint32_t size) {
  report(label("setsockopt, ", name), sys::setsockopt(socket, SOL_IP, IP_MULTICAST_IF, &choice, size));
  Guarded<uint32_t> address;
  uint32_t room = sizeof(uint32_t);
  report("getsockopt", sys::getsockopt(socket, SOL_IP, IP_MULTICAST_IF, &address, &room));
  report("address", Hex{__builtin_bswap32(*address)});
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report_choice("by address", socket, {0, on_loopback, 0}, 12);
  report_choice("one byte", socket, {0, on_loopback, 0}, 1);
  report_choice("a number of nothing", socket, {0, 0, 9999}, 12);
  report_choice("by number", socket, {0, 0, 1}, 12);
  report_choice("by address and number", socket, {0, on_loopback, 1}, 12);
  report_choice("zeros", socket, {0, 0, 0}, 12);
}
