// A backlog above net.core.somaxconn counts as that. So does a negative one.
// Covers: listen backlog, somaxconn
// REQUIRES: root, namespaces
#include "suite/network/addresses.h"

void test() {
  setup::write_all(setup::open("/proc/sys/net/core/somaxconn", O_WRONLY), "2\n");
  for (int backlog : {1, 2, 3, 1000000, -1}) {
    const Local address = abstract("listener");
    Fd listener = local_socket(SOCK_STREAM, address);
    report(label("listen, backlog ", backlog), sys::listen(listener, backlog));
    Fd clients[5];
    int waiting = 0;
    for (Fd &client : clients) {
      client = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
      waiting += sys::connect(client, &address.address, address.size).ok();
    }
    report("connections of five that wait", waiting);
  }
}
