// A recvfrom that only asks for the length of the next message waits for it, and is restarted after a handler with
// SA_RESTART. Without that flag it fails with EINTR.
// Covers: recvfrom MSG_PEEK, MSG_TRUNC, EINTR
#include "wali/test.h"

namespace {

int sender;

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  sender = pair.first;
  for (uint64_t flags : {uint64_t{SA_RESTART}, uint64_t{0}}) {
    report_under_signals(
        "recvfrom", flags, [] { sys::write(sender, "seven b", 7); },
        [&] { return sys::recvfrom(pair.second, nullptr, 0, MSG_PEEK | MSG_TRUNC, nullptr, nullptr); });
    char bytes[8] = {};
    report("recvfrom of what is there",
           sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  }
}
