// Nobody can connect to a socket before listen. After listen clients can connect, and SO_ACCEPTCONN is 1. A second
// listen changes the backlog.
// Covers: listen success
// Covers: getsockopt SO_ACCEPTCONN
#include "wali/test.h"

namespace {

void report_accepting(int socket) {
  int accepting = -1;
  uint32_t size = sizeof(accepting);
  report("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &accepting, &size));
  report("SO_ACCEPTCONN", accepting);
}

} // namespace

void test() {
  Fd server = setup::socket(AF_INET, SOCK_STREAM), client = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(server, setup::loopback(0));
  const sockaddr_in address = setup::own_address(server);
  report("connect before listen", sys::connect(client, &address, sizeof(address)));
  report_accepting(server);
  report("listen", sys::listen(server, 1));
  report_accepting(server);
  report("connect after listen", sys::connect(client, &address, sizeof(address)));
  report("listen again, backlog -1", sys::listen(server, -1));
}
