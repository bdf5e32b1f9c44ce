// A signal handler ends sending on a socket that has a time limit for it with EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: sendto EINTR, SO_SNDTIMEO
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::set_option(sockets.first, SOL_SOCKET, SO_SNDTIMEO, patience);
  setup::set_status_flags(sockets.first, O_NONBLOCK);
  setup::fill(sockets.first);
  setup::set_status_flags(sockets.first, 0);
  report_under_signals(
      "sendto", SA_RESTART, [] { leave(100); }, [&] { return sys::sendto(sockets.first, "x", 1, 0, nullptr, 0); });
}
