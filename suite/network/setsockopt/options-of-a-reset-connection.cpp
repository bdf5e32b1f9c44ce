// SO_KEEPALIVE can still be set and read on a connection that was reset.
// Covers: setsockopt SO_KEEPALIVE
// Covers: getsockopt SO_KEEPALIVE
#include "suite/network/setsockopt/bounds.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const linger at_once = {1, 0};
  setup::set_option(pair.second, SOL_SOCKET, SO_LINGER, at_once);
  pair.second.reset();
  pollfd entry = {pair.first, 0, 0};
  report("poll", sys::poll(&entry, 1, 10000));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report_option("getsockopt SO_KEEPALIVE", pair.first, SOL_SOCKET, SO_KEEPALIVE);
  report_set("SO_KEEPALIVE", pair.first, SOL_SOCKET, SO_KEEPALIVE, 1);
  report_set("SO_KEEPALIVE", pair.first, SOL_SOCKET, SO_KEEPALIVE, 0);
}
