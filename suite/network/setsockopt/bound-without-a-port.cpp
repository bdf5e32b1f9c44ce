// With IP_BIND_ADDRESS_NO_PORT bind takes no port. connect takes one, which another such socket may share that connects
// elsewhere, so that one port is enough for both.
// Covers: setsockopt IP_BIND_ADDRESS_NO_PORT
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

namespace {

void report_own_address(int socket) {
  sockaddr_in address = {};
  uint32_t size = sizeof(address);
  report("getsockname", sys::getsockname(socket, &address, &size));
  report("bound to", address);
}

} // namespace

void test() {
  setup::Listener listeners[] = {setup::tcp_listener(), setup::tcp_listener()};
  setup::write_all(setup::open("/proc/sys/net/ipv4/ip_local_port_range", O_WRONLY), "20000 20000\n");
  const sockaddr_in any = setup::loopback(0);
  Fd sockets[2];
  const int on = 1;
  for (Fd &socket : sockets) {
    socket = setup::socket(AF_INET, SOCK_STREAM);
    report("IP_BIND_ADDRESS_NO_PORT", sys::setsockopt(socket, SOL_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on)));
    report("bind", sys::bind(socket, &any, sizeof(any)));
    report_own_address(socket);
  }
  for (int i : {0, 1}) {
    report("connect", sys::connect(sockets[i], &listeners[i].address, sizeof(any)));
    report_own_address(sockets[i]);
  }
  Fd usual = setup::socket(AF_INET, SOCK_STREAM);
  report("bind without it", sys::bind(usual, &any, sizeof(any)));
}
