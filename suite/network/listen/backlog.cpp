// At a local listener one connection more than the backlog waits to be accepted.
// Covers: listen backlog
#include "wali/test.h"

void test() {
  for (int backlog : {0, 1, 5}) {
    const sockaddr_un address = {AF_UNIX, "listener"};
    Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
    setup::bind(listener, address);
    report(label("listen, backlog ", backlog), sys::listen(listener, backlog));
    Fd clients[8];
    int waiting = 0;
    for (Fd &client : clients) {
      client = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
      waiting += sys::connect(client, &address, sizeof(address)).ok();
    }
    report("connections of eight that wait", waiting);
    setup::unlink("listener");
  }
}
