// With SO_RCVTIMEO recvmsg fails with EAGAIN when it has waited so long, and not before. A handler
// ends such a wait with EINTR, even where it has SA_RESTART.
// Covers: recvmsg SO_RCVTIMEO, EAGAIN, EINTR
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  const timeval soon = {0, 30000}, patience = {1000, 0};
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, soon);
  char byte;
  Message message(&byte, 1);
  const timespec begun = setup::now();
  report("recvmsg", sys::recvmsg(pair.first, message, 0));
  const timespec ended = setup::now();
  const int64_t waited = (ended.tv_sec - begun.tv_sec) * 1000000000 + ended.tv_nsec - begun.tv_nsec;
  report("nanoseconds that it waited, compared with 29 ms", compared(waited, int64_t{29000000}));
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, patience);
  report_under_signals("recvmsg", SA_RESTART, [] { leave(100); }, [&] { return sys::recvmsg(pair.first, message, 0); });
}
