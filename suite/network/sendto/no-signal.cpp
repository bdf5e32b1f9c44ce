// On a stream whose other end is closed sendto and sendmsg fail with EPIPE. The sender gets
// SIGPIPE, except with MSG_NOSIGNAL.
// Covers: sendto MSG_NOSIGNAL, EPIPE
// Covers: sendmsg MSG_NOSIGNAL, EPIPE
#include "suite/network/messages.h"
#include "wali/test.h"

namespace {

int signals;

} // namespace

void test() {
  setup::on_signal(SIGPIPE, [](int) { ++signals; });
  for (const SendCall &call : send_calls) {
    SocketPair pair = setup::socketpair();
    pair.second.reset();
    signals = 0;
    report(label(call.name, " MSG_NOSIGNAL"), call.send(pair.first, "x", MSG_NOSIGNAL, nullptr, 0));
    report("signals", signals);
    report(label(call.name, " 0"), call.send(pair.first, "x", 0, nullptr, 0));
    report("signals", signals);
  }
}
