// With SO_REUSEADDR bind to port 0 gives a UDP socket a port that another socket with SO_REUSEADDR has, and no such
// port to a TCP socket.
// Covers: bind port 0, SO_REUSEADDR, EADDRINUSE
// REQUIRES: root || ns-root, namespaces
#include "suite/network/addresses.h"

namespace {

Result bind_reusing(int socket) {
  const int on = 1;
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, on);
  const sockaddr_in free = setup::loopback(0);
  return sys::bind(socket, &free, sizeof(free));
}

} // namespace

void test() {
  setup::write_all(setup::open("/proc/sys/net/ipv4/ip_local_port_range", O_WRONLY), "20000 20000\n");
  Fd udp[2], tcp[2];
  for (Fd &socket : udp) {
    socket = setup::socket(AF_INET, SOCK_DGRAM);
    report("bind of UDP", bind_reusing(socket));
    report("address", name_of<sockaddr_in>(socket));
  }
  for (Fd &socket : tcp) {
    socket = setup::socket(AF_INET, SOCK_STREAM);
    report("bind of TCP", bind_reusing(socket));
  }
}
