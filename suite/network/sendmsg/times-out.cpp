// With SO_SNDTIMEO sendmsg fails with EAGAIN when it has waited so long for room, and not before. A signal handler
// ends such a wait with EINTR, even with SA_RESTART.
// Covers: sendmsg SO_SNDTIMEO, EAGAIN, EINTR
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  const timeval patience = {1000, 0};
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDTIMEO, soon);
  Message message("x");
  report_waited("sendmsg", [&] { return sys::sendmsg(pair.first, message, 0); });
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDTIMEO, patience);
  report_under_signals("sendmsg", SA_RESTART, [] { leave(100); }, [&] { return sys::sendmsg(pair.first, message, 0); });
}
