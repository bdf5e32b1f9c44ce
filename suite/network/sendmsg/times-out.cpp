// With SO_SNDTIMEO sendmsg fails with EAGAIN when it has waited so long for room, and not before. A
// handler ends such a wait with EINTR, even where it has SA_RESTART.
// Covers: sendmsg SO_SNDTIMEO, EAGAIN, EINTR
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  const timeval soon = {0, 30000}, patience = {1000, 0};
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDTIMEO, soon);
  Message message("x");
  const timespec begun = setup::now();
  report("sendmsg", sys::sendmsg(pair.first, message, 0));
  const timespec ended = setup::now();
  const int64_t waited = (ended.tv_sec - begun.tv_sec) * 1000000000 + ended.tv_nsec - begun.tv_nsec;
  report("nanoseconds that it waited, compared with 29 ms", compared(waited, int64_t{29000000}));
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDTIMEO, patience);
  report_under_signals("sendmsg", SA_RESTART, [] { leave(100); }, [&] { return sys::sendmsg(pair.first, message, 0); });
}
