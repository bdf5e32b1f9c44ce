// A signal handler ends an accept4 that has a time limit with EINTR, even with SA_RESTART.
// Covers: accept4 EINTR, SO_RCVTIMEO
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  const timeval patience = {1000, 0};
  setup::set_option(listener.socket, SOL_SOCKET, SO_RCVTIMEO, patience);
  report_under_signals(
      "accept4", SA_RESTART, [] { leave(100); }, [&] { return sys::accept4(listener.socket, nullptr, nullptr, 0); });
}
