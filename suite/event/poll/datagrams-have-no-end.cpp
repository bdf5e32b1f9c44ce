// A peer that has shut down writing is no event for a datagram socket, which has no end of file.
// Covers: poll POLLRDHUP, datagrams
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  setup::require_zero("shutdown", sys::shutdown(pair.second, SHUT_WR));
  pollfd entry = {pair.first, POLLIN | POLLOUT | POLLRDHUP, 0};
  report("poll", sys::poll(&entry, 1, 100));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}
