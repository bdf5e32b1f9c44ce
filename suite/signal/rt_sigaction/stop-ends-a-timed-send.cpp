// A stop and SIGCONT end sending that has a time limit with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: sendto EINTR, SO_SNDTIMEO
#include "suite/signal/rt_sigaction/stops.h"

void test() {
  SocketPair sockets = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::set_option(sockets.first, SOL_SOCKET, SO_SNDTIMEO, patience);
  setup::set_status_flags(sockets.first, O_NONBLOCK);
  setup::fill(sockets.first);
  setup::set_status_flags(sockets.first, 0);
  const auto make_room = [&] {
    setup::set_status_flags(sockets.second, O_NONBLOCK);
    setup::drain(sockets.second);
  };
  report_under_stops("sendto", [&] { return sys::sendto(sockets.first, "x", 1, 0, nullptr, 0); }, make_room);
}
