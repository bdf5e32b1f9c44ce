// A byte that sendto or sendmsg sends with MSG_OOB arrives as urgent. poll reports POLLPRI alone, because the byte is
// not in the stream.
// Covers: sendto MSG_OOB
// Covers: sendmsg MSG_OOB
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const SendCall &call : send_calls) {
    SocketPair tcp = setup::tcp_pair();
    report(label(call.name, " MSG_OOB"), call.send(tcp.first, "!", MSG_OOB, nullptr, 0));
    pollfd entry = {tcp.second, POLLIN | POLLPRI, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
    report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
    char byte = 0;
    report("recvfrom MSG_OOB", sys::recvfrom(tcp.second, &byte, 1, MSG_OOB, nullptr, nullptr));
    report("byte", Text(&byte, 1));
  }
}
