// Without privilege a process cannot have more descriptors under way in messages than
// RLIMIT_NOFILE allows it to have open.
// Covers: setrlimit RLIMIT_NOFILE, messages
// Covers: sendmsg ETOOMANYREFS
// REQUIRES: user
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair(SOCK_DGRAM);
  const rlimit few = {8, 8};
  report("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &few));
  Result sent = {1};
  for (int i = 0; i < 40 && sent.value == 1; ++i) {
    auto control = rights(0);
    Message message("x");
    message.with_control(control);
    sent = sys::sendmsg(sockets.first, message, MSG_DONTWAIT);
  }
  report("the first sendmsg that failed", sent);
}
