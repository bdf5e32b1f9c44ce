// After SHUT_RD on a TCP socket a receive gives the end, and does not wait. What this end sends
// still arrives.
// Covers: shutdown SHUT_RD, TCP
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair();
  char byte = 0;
  report("shutdown", sys::shutdown(tcp.first, SHUT_RD));
  report("recvfrom", sys::recvfrom(tcp.first, &byte, 1, 0, nullptr, nullptr));
  report("sendto", sys::sendto(tcp.first, "x", 1, 0, nullptr, 0));
  report("recvfrom at the other end", sys::recvfrom(tcp.second, &byte, 1, 0, nullptr, nullptr));
  report("byte", Text(&byte, 1));
}
