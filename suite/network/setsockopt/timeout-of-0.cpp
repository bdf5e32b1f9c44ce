// SO_RCVTIMEO of 0 is no limit. A receive without a limit is restarted after a signal handler, and one with a limit
// is not.
// Covers: setsockopt SO_RCVTIMEO of 0
#include "suite/network/options.h"

namespace {

int receiver, sender;

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  receiver = pair.first;
  sender = pair.second;
  for (timeval limit : {timeval{1000, 0}, timeval{0, 0}}) {
    report(label("SO_RCVTIMEO of ", limit.tv_sec, " seconds"),
           sys::setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)));
    char byte;
    report_under_signals(
        "recvfrom", SA_RESTART, [] { sys::write(sender, "x", 1); },
        [&] { return sys::recvfrom(receiver, &byte, 1, 0, nullptr, nullptr); });
  }
}
