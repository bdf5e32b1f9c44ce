// SHUT_WR of a listener has no effect. Clients still connect and are accepted.
// Covers: shutdown SHUT_WR, listener
#include "suite/network/addresses.h"

namespace {

void report_listener(const char *name, int listener, const void *address, uint32_t size, int family) {
  report(label(name, ": shutdown"), sys::shutdown(listener, SHUT_WR));
  Fd client = setup::socket(family, SOCK_STREAM);
  report("connect", sys::connect(client, address, size));
  Fd accepted(sys::accept(listener, nullptr, nullptr).fd());
  report("write", sys::write(client, "x", 1));
  report_arrival("recvfrom", accepted);
}

} // namespace

void test() {
  setup::Listener tcp = setup::tcp_listener();
  report_listener("TCP", tcp.socket, &tcp.address, sizeof(tcp.address), AF_INET);
  const Local address = path("listener");
  report_listener("local", local_listener(SOCK_STREAM, address), &address.address, address.size, AF_UNIX);
}
