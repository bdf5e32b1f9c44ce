// A connection that its maker has reset is accepted all the same, with its maker's
// address. The first read fails with ECONNRESET.
// Covers: accept aborted connection
// Covers: accept4 aborted connection
// Covers: recvfrom ECONNRESET
#include "wali/test.h"

namespace {

template <class Accept> void accept_reset(const char *name, Accept accept) {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::caller(listener);
  pollfd entry = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  const linger at_once = {1, 0};
  setup::set_option(client, SOL_SOCKET, SO_LINGER, at_once);
  const sockaddr_in own = setup::own_address(client);
  client.reset();
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  const Result result = accept(listener.socket, &peer, &size);
  report(name, result);
  Fd server(result.fd());
  report("size", size);
  report("the client's name", own);
  report("address", *peer);
  char byte;
  report("read", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
  report("read again", sys::recvfrom(server, &byte, 1, 0, nullptr, nullptr));
}

} // namespace

void test() {
  accept_reset("accept", sys::accept);
  accept_reset("accept4",
               [](int listener, sockaddr_in *peer, uint32_t *size) { return sys::accept4(listener, peer, size, 0); });
}
