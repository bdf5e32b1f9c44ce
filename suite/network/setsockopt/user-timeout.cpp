// With TCP_USER_TIMEOUT a connection ends with ETIMEDOUT when its data has not been acknowledged for so many
// milliseconds, and not before.
// Covers: setsockopt TCP_USER_TIMEOUT
// Covers: recvfrom ETIMEDOUT
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const int limit = 500;
  report("TCP_USER_TIMEOUT", sys::setsockopt(pair.first, SOL_TCP, TCP_USER_TIMEOUT, &limit, sizeof(limit)));
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, timeval{10, 0}); // ends the wait where nothing else does
  silence(pair.second);
  const timespec begun = setup::now();
  setup::write_all(pair.first, "x");
  char byte;
  report("recvfrom", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
  report("milliseconds, compared with 490", compared(milliseconds_since(begun), int64_t{490}));
  report("recvfrom again", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
}
