// Each end of a TCP connection has the address of the other. A connected datagram socket has a peer, but that peer
// has none. A listener has no peer.
// Covers: getpeername both ends, ENOTCONN
#include "wali/test.h"

namespace {

void report_peer(const char *name, int socket) {
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report(name, sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::caller(listener), server = setup::accept(listener.socket);
  report("the listener's address", listener.address);
  report("the client's address", setup::own_address(client));
  report_peer("of the client", client);
  report_peer("of the server", server);
  setup::Bound first = setup::udp_socket(), second = setup::udp_socket();
  setup::connect(first.socket, second.address);
  report("second", second.address);
  report_peer("of the first", first.socket);
  Guarded<sockaddr_in> none;
  uint32_t size = sizeof(sockaddr_in);
  report("of the second", sys::getpeername(second.socket, &none, &size));
  report("of the listener", sys::getpeername(listener.socket, &none, &size));
  report_poison("no peer", none);
  report("size", size);
}
