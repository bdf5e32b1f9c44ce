// Only sockets of one effective user share a port by SO_REUSEPORT.
// Covers: setsockopt SO_REUSEPORT of another user
// REQUIRES: root
#include "suite/network/setsockopt/shared_port.h"

void test() {
  Fd roots = sharing(SOCK_DGRAM, setup::loopback(0)), other_of_root = setup::socket(AF_INET, SOCK_DGRAM);
  const sockaddr_in address = setup::own_address(roots);
  setup::set_option(other_of_root, SOL_SOCKET, SO_REUSEPORT, 1);
  report("root", sys::bind(other_of_root, &address, sizeof(address)));
  setup::require_zero("setresuid", sys::setresuid(-1, 1000, -1));
  Fd anothers = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(anothers, SOL_SOCKET, SO_REUSEPORT, 1);
  report("another effective user", sys::bind(anothers, &address, sizeof(address)));
  setup::require_zero("setresuid", sys::setresuid(-1, 0, -1));
  report("root, with the same socket", sys::bind(anothers, &address, sizeof(address)));
}
