// With MSG_TRUNC recvfrom and recvmsg discard bytes of a TCP stream. They return how many, leave the buffer alone,
// and the stream goes on behind those bytes.
// Covers: recvfrom MSG_TRUNC
// Covers: recvmsg MSG_TRUNC
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair tcp = setup::tcp_pair();
    setup::write_all(tcp.first, "discarded, kept");
    GuardedBytes<11> bytes;
    report(call.name, call.receive(tcp.second, &bytes, 11, MSG_TRUNC));
    report_poison("buffer", bytes.bytes().data, 11);
    report_walls("walls", bytes);
    report("the rest", call.receive(tcp.second, &bytes, 4, 0));
    report("bytes", Text(bytes.bytes().data, 4));
  }
}
