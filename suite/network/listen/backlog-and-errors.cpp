// Nobody can connect before listen. After it connections wait to be accepted, one more than
// the backlog at a local socket.
// Covers: listen success, backlog, EBADF, ENOTSOCK, EOPNOTSUPP
#include "wali/test.h"

namespace {

// How many connections a local listener takes before somebody accepts one.
int connections_waiting(int backlog) {
  const sockaddr_un address = {AF_UNIX, "listener"};
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  sys::listen(listener, backlog);
  Fd clients[8];
  int count = 0;
  for (Fd &client : clients) {
    client = Fd(sys::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0).fd());
    count += sys::connect(client, &address, sizeof(address)).ok();
  }
  setup::unlink("listener");
  return count;
}

} // namespace

void test() {
  Fd server = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(server, setup::loopback(0));
  const sockaddr_in address = setup::own_address(server);
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  report("connect before listen", sys::connect(client, &address, sizeof(address)));
  report("listen", sys::listen(server, 1));
  report("connect after listen", sys::connect(client, &address, sizeof(address)));
  int accepting = 0;
  uint32_t size = sizeof(accepting);
  sys::getsockopt(server, SOL_SOCKET, SO_ACCEPTCONN, &accepting, &size);
  report("SO_ACCEPTCONN", accepting);
  report("listen again", sys::listen(server, -1));
  Pipe pipe = setup::pipe();
  Fd datagram = setup::socket(AF_INET, SOCK_DGRAM);
  for (int backlog : {0, 1, 5})
    report(label("waiting with a backlog of ", backlog), connections_waiting(backlog));
  report("closed descriptor", sys::listen(1000, 1));
  report("no socket", sys::listen(pipe.read, 1));
  report("datagrams", sys::listen(datagram, 1));
}
