// When the connection is reset, a receive with MSG_WAITALL returns what has arrived. The next one fails with
// ECONNRESET, once.
// Covers: recvfrom MSG_WAITALL, ECONNRESET
// Covers: recvmsg MSG_WAITALL, ECONNRESET
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair tcp = setup::tcp_pair();
    setup::write_all(tcp.second, "three");
    const linger at_once = {1, 0};
    setup::set_option(tcp.second, SOL_SOCKET, SO_LINGER, at_once);
    tcp.second.reset();
    pollfd entry = {tcp.first, 0, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1); // POLLERR
    char bytes[16] = {};
    report(label(call.name, " MSG_WAITALL"), call.receive(tcp.first, bytes, 8, MSG_WAITALL));
    report("bytes", Text(bytes));
    report("next", call.receive(tcp.first, bytes, 8, MSG_WAITALL));
    report("after it", call.receive(tcp.first, bytes, 8, MSG_WAITALL));
  }
}
