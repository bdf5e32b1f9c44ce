// An IPv6 socket connects to an IPv6 listener, and to an IPv4 listener by a mapped address. Each end knows the
// other's address.
// Covers: connect AF_INET6
// Covers: getpeername AF_INET6
// REQUIRES: ipv6
#include "suite/network/addresses.h"

namespace {

void report_peer(const char *name, int socket) {
  Guarded<sockaddr_in6> peer;
  uint32_t size = 64;
  report(label("getpeername of ", name), sys::getpeername(socket, &peer, &size));
  report("size", size);
  report("peer", *peer);
  report_walls("walls", peer);
}

} // namespace

void test() {
  Fd listener = bound_socket(SOCK_STREAM, loopback6()), client = setup::socket(AF_INET6, SOCK_STREAM),
     caller = setup::socket(AF_INET6, SOCK_STREAM);
  setup::listen(listener);
  const auto six = name_of<sockaddr_in6>(listener);
  report("listener", six);
  report("connect", sys::connect(client, &six, sizeof(six)));
  report("own address", name_of<sockaddr_in6>(client));
  report_peer("the client", client);
  report_peer("the server", setup::accept(listener));
  setup::Listener four = setup::tcp_listener();
  const sockaddr_in6 by_mapped = mapped(four.address);
  report("IPv4 listener", four.address);
  report("connect to it", sys::connect(caller, &by_mapped, sizeof(by_mapped)));
  report_peer("the client", caller);
  report("its own address", name_of<sockaddr_in6>(caller));
  sockaddr_in peer;
  uint32_t size = sizeof(peer);
  report("getpeername of the server", sys::getpeername(setup::accept(four.socket), &peer, &size));
  report("peer", peer);
}
