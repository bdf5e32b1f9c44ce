// A datagram socket, UDP or local, can be connected to itself, and so can a TCP socket that is bound and does not
// listen. It receives what it sends.
// Covers: connect own address
// Covers: getpeername own address
#include "suite/network/addresses.h"

namespace {

void report_socket(const char *name, int socket, const void *address, uint32_t size) {
  report(label(name, ": connect"), sys::connect(socket, address, size));
  report("write", sys::write(socket, "mirror", 6));
  char bytes[8] = {};
  report("read", sys::read(socket, bytes, sizeof(bytes)));
  report("bytes", Text(bytes));
}

} // namespace

void test() {
  setup::Bound udp = setup::udp_socket();
  report_socket("UDP", udp.socket, &udp.address, sizeof(udp.address));
  const Local address = path("datagrams");
  Fd local = local_socket(SOCK_DGRAM, address);
  report_socket("local", local, &address.address, address.size);
  Fd tcp = bound_socket(SOCK_STREAM, setup::loopback(0));
  const sockaddr_in own = setup::own_address(tcp);
  report("TCP's own address", own);
  report_socket("TCP", tcp, &own, sizeof(own));
  sockaddr_in peer = {};
  uint32_t size = sizeof(peer);
  report("getpeername", sys::getpeername(tcp, &peer, &size));
  report("peer", peer);
}
