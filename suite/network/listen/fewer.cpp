// A second listen with a smaller backlog keeps the connections that wait. Further ones wait only when
// there are fewer than it allows.
// Covers: listen backlog, second call
#include "suite/network/addresses.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_socket(SOCK_STREAM, address), clients[6];
  for (Fd &client : clients)
    client = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  auto report_connect = [&](const char *name, int client) {
    report(name, sys::connect(client, &address.address, address.size));
  };
  report("listen with 2", sys::listen(listener, 2));
  for (int i = 0; i < 3; ++i)
    report_connect("connect", clients[i]);
  report("listen with 0", sys::listen(listener, 0));
  report_connect("fourth connect", clients[3]);
  for (int i = 0; i < 3; ++i) {
    Fd accepted = setup::accept(listener);
    setup::write_all(accepted, "x");
    char byte;
    report("read", sys::read(clients[i], &byte, 1));
  }
  report_connect("fourth connect, when none waits", clients[4]);
  report_connect("fifth connect", clients[5]);
}
