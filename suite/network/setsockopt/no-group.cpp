// IP_ADD_MEMBERSHIP joins only groups. It refuses an address of a machine, INADDR_ANY, and a group on an interface
// that does not exist.
// Covers: setsockopt IP_ADD_MEMBERSHIP, EINVAL, ENODEV
// REQUIRES: namespaces
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const auto join = [&](const GroupAtIndex &joined, uint32_t size) {
    return sys::setsockopt(socket, SOL_IP, IP_ADD_MEMBERSHIP, &joined, size);
  };
  report("setsockopt, INADDR_ANY", join({0, on_loopback, 0}, 8));
  report("setsockopt, an address of this machine", join({host(9), on_loopback, 0}, 8));
  report("setsockopt, seven bytes", join({group, on_loopback, 0}, 7));
  report("setsockopt, an interface that is not there", join({group, 0, 9999}, 12));
  report("setsockopt, a group", join({group, on_loopback, 0}, 8));
}
