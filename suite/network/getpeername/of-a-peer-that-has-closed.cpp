// A connection whose peer has closed its end still has the peer's address.
// Covers: getpeername closed peer
#include "wali/test.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  report("peer's address", setup::own_address(pair.first));
  pair.first.reset();
  char byte;
  report("read of the end", sys::read(pair.second, &byte, 1));
  Guarded<sockaddr_in> address;
  uint32_t size = sizeof(address);
  report("getpeername", sys::getpeername(pair.second, &address, &size));
  report("address", *address);
  report_walls("walls", address);
}
