// After a connection has ended, the port of the end that closed first cannot be bound for a time, except with
// SO_REUSEADDR, which the socket of before has to have had as well.
// Covers: setsockopt SO_REUSEADDR after a connection
#include "suite/network/options.h"

void test() {
  const int on = 1;
  Fd listener = setup::socket(AF_INET, SOCK_STREAM), client = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(listener, SOL_SOCKET, SO_REUSEADDR, on);
  setup::bind(listener, setup::loopback(0));
  setup::listen(listener);
  const sockaddr_in address = setup::own_address(listener);
  setup::connect(client, address);
  Fd accepted = setup::accept(listener);
  accepted.reset();
  listener.reset();
  char byte;
  report("read of the end", sys::read(client, &byte, 1));
  client.reset();
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  report("bind", sys::bind(socket, &address, sizeof(address)));
  report("SO_REUSEADDR", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  report("bind", sys::bind(socket, &address, sizeof(address)));
  report("listen", sys::listen(socket, 1));
  report("connect", sys::connect(setup::socket(AF_INET, SOCK_STREAM), &address, sizeof(address)));
}
