// When every port of the range for automatic assignment is taken, each call that needs one
// fails with its own error.
// Covers: connect EADDRNOTAVAIL, EAGAIN
// Covers: bind EADDRINUSE
// Covers: listen EADDRINUSE
// Covers: sendto EAGAIN
// Covers: sendmsg EAGAIN
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

Fd socket_of(int type) { return setup::socket(AF_INET, type); }

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  const sockaddr_in any = setup::loopback(0);
  sockaddr_in there = setup::loopback(9);
  setup::write_all(setup::open("/proc/sys/net/ipv4/ip_local_port_range", O_WRONLY), "20000 20000\n");
  Fd taken = socket_of(SOCK_STREAM), datagrams = socket_of(SOCK_DGRAM);
  report("connect takes the port", sys::connect(taken, &listener.address, 16));
  report("connect", sys::connect(socket_of(SOCK_STREAM), &listener.address, 16));
  report("bind", sys::bind(socket_of(SOCK_STREAM), &any, sizeof(any)));
  report("listen", sys::listen(socket_of(SOCK_STREAM), 1));
  char byte = 'x';
  Message message(&byte, 1);
  message.with_name(there);
  report("datagrams: bind takes the port", sys::bind(datagrams, &any, sizeof(any)));
  report("datagrams: bind", sys::bind(socket_of(SOCK_DGRAM), &any, sizeof(any)));
  report("datagrams: connect", sys::connect(socket_of(SOCK_DGRAM), &there, sizeof(there)));
  report("datagrams: sendto", sys::sendto(socket_of(SOCK_DGRAM), &byte, 1, 0, &there, sizeof(there)));
  report("datagrams: sendmsg", sys::sendmsg(socket_of(SOCK_DGRAM), message, 0));
}
