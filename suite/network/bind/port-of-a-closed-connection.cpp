// The port of a TCP connection that was closed here first cannot be bound for a time, except with
// SO_REUSEADDR. SO_REUSEADDR does not help while a socket listens there.
// Covers: bind EADDRINUSE, SO_REUSEADDR
#include "wali/test.h"

namespace {

Result bind(const sockaddr_in &address, int reuse) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, reuse);
  return sys::bind(socket, &address, sizeof(address));
}

void await_end(int socket) {
  char byte;
  setup::require_value("read", sys::read(socket, &byte, 1), 0);
}

} // namespace

void test() {
  Fd listener = setup::socket(AF_INET, SOCK_STREAM);
  const int on = 1;
  setup::set_option(listener, SOL_SOCKET, SO_REUSEADDR, on);
  setup::bind(listener, setup::loopback(0));
  setup::listen(listener);
  const sockaddr_in address = setup::own_address(listener);
  report("while it listens", bind(address, 0));
  report("while it listens, SO_REUSEADDR", bind(address, 1));
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(client, address);
  Fd server = setup::accept(listener);
  setup::shutdown(server, SHUT_WR);
  await_end(client);
  client.reset();
  await_end(server);
  server.reset();
  listener.reset();
  report("afterwards", bind(address, 0));
  report("afterwards, SO_REUSEADDR", bind(address, 1));
}
