// Two sockets may share a port, but not both be connected to the same other end.
// Covers: connect EADDRNOTAVAIL
// Covers: bind SO_REUSEADDR
// Covers: listen EADDRINUSE
#include "wali/test.h"

namespace {

// A socket on a port of this machine that others may use too; the port's number is put
// into `address` where it is 0.
Fd sharing_socket(sockaddr_in &address) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  const int on = 1;
  uint32_t size = sizeof(address);
  setup::require_zero("setsockopt", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  setup::require_zero("bind", sys::bind(socket, &address, size));
  setup::require_zero("getsockname", sys::getsockname(socket, &address, &size));
  return socket;
}

} // namespace

void test() {
  setup::Listener one = setup::tcp_listener(), another = setup::tcp_listener();
  sockaddr_in shared = setup::loopback(0);
  Fd first = sharing_socket(shared), second = sharing_socket(shared);
  report("first", sys::connect(first, &one.address, 16));
  report("second, to the same", sys::connect(second, &one.address, 16));
  report("second, to another", sys::connect(second, &another.address, 16));
  sockaddr_in served = setup::loopback(0);
  Fd server = sharing_socket(served), rival = sharing_socket(served);
  report("first to listen", sys::listen(server, 1));
  report("second to listen", sys::listen(rival, 1));
  server.reset();
  report("second, when the first is gone", sys::listen(rival, 1));
}
