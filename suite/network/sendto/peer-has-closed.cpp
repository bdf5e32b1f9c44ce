// A TCP socket whose peer has closed sends once more, and the peer answers with a reset. Then a send fails with
// EPIPE, and a receive returns the end of file and no error.
// Covers: sendto EPIPE, MSG_NOSIGNAL
// Covers: recvfrom 0 after a reset
#include "wali/test.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  pair.second.reset();
  char byte;
  report("recvfrom", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
  report("sendto", sys::sendto(pair.first, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  pollfd entry = {pair.first, 0, 0};
  report("poll", sys::poll(&entry, 1, 10000));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report("sendto after the reset", sys::sendto(pair.first, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("sendto again", sys::sendto(pair.first, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("recvfrom after the reset", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
  report("recvfrom again", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
}
