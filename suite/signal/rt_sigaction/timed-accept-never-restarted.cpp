// A signal handler ends an accept that has a time limit with EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: accept EINTR, SO_RCVTIMEO
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  const timeval patience = {1000, 0};
  setup::set_option(listener.socket, SOL_SOCKET, SO_RCVTIMEO, patience);
  report_under_signals(
      "accept", SA_RESTART, [] { leave(100); }, [&] { return sys::accept(listener.socket, nullptr, nullptr); });
}
