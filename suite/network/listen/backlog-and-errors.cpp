// Before listen nobody can connect, after it connections wait to be accepted.
// Covers: listen success, EBADF, ENOTSOCK, EOPNOTSUPP
#include "wali/test.h"

void test() {
  Fd server(sys::socket(AF_INET, SOCK_STREAM, 0).fd());
  sockaddr_in address = setup::loopback(0);
  uint32_t size = sizeof(address);
  setup::require("bind", sys::bind(server, &address, sizeof(address)));
  setup::require("getsockname", sys::getsockname(server, &address, &size));
  Fd client(sys::socket(AF_INET, SOCK_STREAM, 0).fd());
  report("connect before listen", sys::connect(client, &address, sizeof(address)));
  report("listen", sys::listen(server, 1));
  report("connect after listen", sys::connect(client, &address, sizeof(address)));
  int accepting = 0;
  size = sizeof(accepting);
  sys::getsockopt(server, SOL_SOCKET, SO_ACCEPTCONN, &accepting, &size);
  report("SO_ACCEPTCONN", accepting);
  report("listen again", sys::listen(server, -1));
  Pipe pipe = setup::pipe();
  Fd datagram(sys::socket(AF_INET, SOCK_DGRAM, 0).fd());
  report("closed descriptor", sys::listen(1000, 1));
  report("no socket", sys::listen(pipe.read, 1));
  report("datagrams", sys::listen(datagram, 1));
}
