// Once the only socket that shared a port by SO_REUSEPORT alone is closed, the port can be shared by SO_REUSEADDR, and
// the other way round.
// Covers: setsockopt SO_REUSEADDR, SO_REUSEPORT
// Covers: bind EADDRINUSE
#include "suite/network/options.h"

namespace {

Fd socket_with(int option) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(socket, SOL_SOCKET, option, 1);
  return socket;
}

} // namespace

void test() {
  Fd both = socket_with(SO_REUSEADDR);
  setup::set_option(both, SOL_SOCKET, SO_REUSEPORT, 1);
  setup::bind(both, setup::loopback(0));
  const sockaddr_in address = setup::own_address(both);
  Fd by_port = socket_with(SO_REUSEPORT), by_address = socket_with(SO_REUSEADDR), next = socket_with(SO_REUSEPORT);
  report("bind with SO_REUSEPORT", sys::bind(by_port, &address, sizeof(address)));
  report("bind with SO_REUSEADDR", sys::bind(by_address, &address, sizeof(address)));
  by_port.reset();
  report("bind with SO_REUSEADDR, the other closed", sys::bind(by_address, &address, sizeof(address)));
  report("bind with SO_REUSEPORT again", sys::bind(next, &address, sizeof(address)));
  by_address.reset();
  report("bind with SO_REUSEPORT, the other closed", sys::bind(next, &address, sizeof(address)));
}
