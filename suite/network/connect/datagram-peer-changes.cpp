// A datagram socket's peer can be set, changed and taken away with AF_UNSPEC.
// Covers: connect SOCK_DGRAM, AF_UNSPEC
// Covers: getpeername ENOTCONN
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in first = setup::loopback(1111), second = setup::loopback(2222), none = {};
  Guarded<sockaddr_in> peer;
  uint32_t size = sizeof(sockaddr_in);
  report("getpeername without one", sys::getpeername(socket, &peer, &size));
  report_poison("peer", peer);
  report("connect", sys::connect(socket, &first, 16));
  setup::require_zero("getpeername", sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
  report("connect to another", sys::connect(socket, &second, 16));
  setup::require_zero("getpeername", sys::getpeername(socket, &peer, &size));
  report("peer", *peer);
  report("connect to AF_UNSPEC", sys::connect(socket, &none, 16));
  report("getpeername afterwards", sys::getpeername(socket, &peer, &size));
}
