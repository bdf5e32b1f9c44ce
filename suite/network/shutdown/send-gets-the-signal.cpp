// A send on a stream that this end has shut fails with EPIPE, and the sender gets SIGPIPE, except
// with MSG_NOSIGNAL.
// Covers: shutdown SIGPIPE
// Covers: sendto EPIPE, SIGPIPE
#include "wali/test.h"

namespace {

int signals;

void report_pair(const char *name, SocketPair pair) {
  setup::require_zero("shutdown", sys::shutdown(pair.first, SHUT_WR));
  signals = 0;
  for (int flags : {MSG_NOSIGNAL, 0}) {
    report(label(name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
           sys::sendto(pair.first, "x", 1, flags, nullptr, 0));
    report("signals", signals);
  }
}

} // namespace

void test() {
  setup::on_signal(SIGPIPE, [](int) { ++signals; });
  report_pair("local", setup::socketpair());
  report_pair("TCP", setup::tcp_pair());
}
