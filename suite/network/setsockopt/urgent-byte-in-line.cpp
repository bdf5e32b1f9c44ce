// With SO_OOBINLINE an urgent byte is received in its place among the others.
// Covers: setsockopt SO_OOBINLINE
#include "wali/test.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const int on = 1;
  report("SO_OOBINLINE", sys::setsockopt(pair.second, SOL_SOCKET, SO_OOBINLINE, &on, sizeof(on)));
  setup::require_value("sendto", sys::sendto(pair.first, "!", 1, MSG_OOB, nullptr, 0), 1);
  setup::write_all(pair.first, "x");
  char byte = 0;
  report("recvfrom", sys::recvfrom(pair.second, &byte, 1, 0, nullptr, nullptr));
  report("byte", Text(&byte, 1));
}
