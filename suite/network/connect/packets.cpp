// A local socket of SOCK_SEQPACKET is connected to a listener of that type, once. A stream cannot
// be connected to it. Both ends have the other's address.
// Covers: connect SOCK_SEQPACKET, EISCONN, EPROTOTYPE
// Covers: listen SOCK_SEQPACKET
// Covers: getpeername SOCK_SEQPACKET
#include "suite/network/addresses.h"

void test() {
  const Local here = path("packets"), there = abstract("client");
  Fd listener = local_socket(SOCK_SEQPACKET, here), client = local_socket(SOCK_SEQPACKET, there);
  auto connect = [&](int socket) { return sys::connect(socket, &here.address, here.size); };
  report("connect before listen", connect(client));
  report("listen", sys::listen(listener, 1));
  report("connect of a stream", connect(setup::socket(AF_UNIX, SOCK_STREAM)));
  report("connect", connect(client));
  report("connect again", connect(client));
  Fd accepted = setup::accept(listener);
  report("write", sys::write(client, "packet", 6));
  char bytes[16];
  report("read", sys::read(accepted, bytes, sizeof(bytes)));
  LocalRoom peer, other;
  report("getpeername of the client", sys::getpeername(client, &peer.address, &peer.size));
  report_local(peer, 8);
  report("getpeername of the server", sys::getpeername(accepted, &other.address, &other.size));
  report_local(other, 7);
}
