// A receive returns what a local peer sent before it closed with unread data. The next receive fails with ECONNRESET,
// once.
// Covers: recvfrom ECONNRESET, AF_UNIX
// Covers: recvmsg ECONNRESET, AF_UNIX
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    setup::write_all(pair.first, "unread");
    setup::write_all(pair.second, "sent");
    pair.second.reset();
    char bytes[16] = {};
    for (const char *which : {"with more room than bytes", "next", "after it"})
      report(label(call.name, " ", which), call.receive(pair.first, bytes, 8, 0));
    report("bytes", Text(bytes));
  }
}
