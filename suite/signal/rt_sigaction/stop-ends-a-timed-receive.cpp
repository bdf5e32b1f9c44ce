// A stop and SIGCONT end a receive that has a time limit with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: recvfrom EINTR, SO_RCVTIMEO
#include "suite/signal/rt_sigaction/stops.h"

void test() {
  SocketPair sockets = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::set_option(sockets.first, SOL_SOCKET, SO_RCVTIMEO, patience);
  const auto receive = [&] {
    char byte;
    return sys::recvfrom(sockets.first, &byte, 1, 0, nullptr, nullptr);
  };
  report_under_stops("recvfrom", receive, [&] { setup::write_all(sockets.second, "x"); });
}
