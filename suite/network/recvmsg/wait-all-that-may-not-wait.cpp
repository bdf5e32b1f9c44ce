// With MSG_DONTWAIT a receive with MSG_WAITALL does not wait. It returns what is there, and fails with EAGAIN when
// there is nothing.
// Covers: recvfrom MSG_WAITALL, MSG_DONTWAIT
// Covers: recvmsg MSG_WAITALL, MSG_DONTWAIT
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair local = setup::socketpair(), tcp = setup::tcp_pair();
    for (const SocketPair *pair : {&local, &tcp}) {
      char bytes[8] = {};
      report(label(call.name, " of nothing"),
             call.receive(pair->second, bytes, sizeof(bytes), MSG_WAITALL | MSG_DONTWAIT));
      setup::write_all(pair->first, "abc");
      pollfd entry = {pair->second, POLLIN, 0};
      setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
      report(label(call.name, " of three"),
             call.receive(pair->second, bytes, sizeof(bytes), MSG_WAITALL | MSG_DONTWAIT));
      report("bytes", Text(bytes));
    }
  }
}
