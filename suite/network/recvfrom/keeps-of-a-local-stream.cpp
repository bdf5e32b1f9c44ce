// MSG_TRUNC has no effect on a local stream. The bytes are stored as without it.
// Covers: recvfrom MSG_TRUNC, AF_UNIX
// Covers: recvmsg MSG_TRUNC, AF_UNIX
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    setup::write_all(pair.first, "abcdef");
    for (int i = 0; i < 2; ++i) {
      GuardedBytes<4> bytes;
      report(label(call.name, ", MSG_TRUNC"), call.receive(pair.second, &bytes, 4, MSG_TRUNC));
      report("bytes", bytes.bytes());
    }
  }
}
