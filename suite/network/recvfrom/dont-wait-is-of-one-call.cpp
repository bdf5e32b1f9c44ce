// MSG_DONTWAIT applies to one call. The open file does not get O_NONBLOCK, and the next call without the flag waits.
// Covers: recvfrom MSG_DONTWAIT, O_NONBLOCK
// Covers: recvmsg MSG_DONTWAIT, O_NONBLOCK
// Covers: sendto MSG_DONTWAIT, O_NONBLOCK
// Covers: sendmsg MSG_DONTWAIT, O_NONBLOCK
#include "suite/network/messages.h"

namespace {

int writer, reader;

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    writer = pair.second;
    char byte;
    report(label(call.name, " MSG_DONTWAIT"), call.receive(pair.first, &byte, 1, MSG_DONTWAIT));
    report("flags of the open file", setup::status_flags(pair.first));
    report_under_signals(
        call.name, SA_RESTART, [] { setup::write_all(writer, "y"); },
        [&] { return call.receive(pair.first, &byte, 1, 0); });
  }
  for (const SendCall &call : send_calls) {
    SocketPair pair = setup::socketpair();
    setup::set_status_flags(pair.first, O_NONBLOCK);
    setup::set_status_flags(pair.second, O_NONBLOCK);
    setup::fill(pair.first);
    setup::set_status_flags(pair.first, 0);
    reader = pair.second;
    report(label(call.name, " MSG_DONTWAIT"), call.send(pair.first, "x", MSG_DONTWAIT, nullptr, 0));
    report("flags of the open file", setup::status_flags(pair.first));
    report_under_signals(
        call.name, SA_RESTART, [] { setup::drain(reader); }, [&] { return call.send(pair.first, "x", 0, nullptr, 0); });
  }
}
