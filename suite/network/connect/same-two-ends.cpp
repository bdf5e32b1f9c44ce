// With SO_REUSEADDR two sockets may be bound to one port. But only one of them may be
// connected to the same other end, and only one may listen.
// Covers: connect EADDRNOTAVAIL
// Covers: bind SO_REUSEADDR
// Covers: listen EADDRINUSE
#include "wali/test.h"

namespace {

// A socket at an address that others may use too.
Fd sharing_socket(const sockaddr_in &address) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  const int on = 1;
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, on);
  setup::bind(socket, address);
  return socket;
}

} // namespace

void test() {
  setup::Listener one = setup::tcp_listener(), another = setup::tcp_listener();
  Fd first = sharing_socket(setup::loopback(0)), second = sharing_socket(setup::own_address(first));
  report("first", sys::connect(first, &one.address, 16));
  report("second, to the same", sys::connect(second, &one.address, 16));
  report("second, to another", sys::connect(second, &another.address, 16));
  Fd server = sharing_socket(setup::loopback(0)), rival = sharing_socket(setup::own_address(server));
  report("first to listen", sys::listen(server, 1));
  report("second to listen", sys::listen(rival, 1));
  server.reset();
  report("second, when the first is gone", sys::listen(rival, 1));
}
