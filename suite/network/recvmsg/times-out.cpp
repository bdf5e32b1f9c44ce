// With SO_RCVTIMEO recvmsg fails with EAGAIN when it has waited so long, and not before. A signal handler ends such a
// wait with EINTR, even with SA_RESTART.
// Covers: recvmsg SO_RCVTIMEO, EAGAIN, EINTR
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, soon);
  char byte;
  Message message(&byte, 1);
  report_waited("recvmsg", [&] { return sys::recvmsg(pair.first, message, 0); });
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, patience);
  report_under_signals("recvmsg", SA_RESTART, [] { leave(100); }, [&] { return sys::recvmsg(pair.first, message, 0); });
}
