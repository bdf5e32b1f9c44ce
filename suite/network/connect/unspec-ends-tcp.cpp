// connect to AF_UNSPEC ends a TCP connection. The socket has no peer any more, the other end is reset, and the socket
// can be connected again.
// Covers: connect AF_UNSPEC, SOCK_STREAM
// Covers: getpeername ENOTCONN
#include "wali/test.h"

void test() {
  setup::Listener one = setup::tcp_listener(), other = setup::tcp_listener();
  Fd client = setup::caller(one), first = setup::accept(one.socket);
  const sockaddr_in none = {};
  sockaddr_in peer;
  uint32_t size = sizeof(peer);
  char byte;
  report("connect to AF_UNSPEC", sys::connect(client, &none, sizeof(none)));
  report("getpeername", sys::getpeername(client, &peer, &size));
  report("read at the other end", sys::read(first, &byte, 1));
  report("connect to another", sys::connect(client, &other.address, sizeof(other.address)));
  Fd second = setup::accept(other.socket);
  report("write", sys::write(client, "y", 1));
  report("read there", sys::read(second, &byte, 1));
  report("byte", Text(&byte, 1));
}
