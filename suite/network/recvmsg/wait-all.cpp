// With MSG_WAITALL recvfrom and recvmsg wait until all the bytes that they ask for have come,
// or the stream has ended.
// Covers: recvfrom MSG_WAITALL, end of file
// Covers: recvmsg MSG_WAITALL, end of file
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    setup::write_all(pair.second, "firs");
    Child writer = setup::fork([&] {
      setup::sleep_ms(20);
      setup::write_all(pair.second, "t then");
    });
    pair.second.reset(); // with the writer goes the last, should anybody wait for more
    char bytes[9] = {};
    report(call.name, call.receive(pair.first, bytes, 8, MSG_WAITALL));
    report("bytes", Text(bytes));
    report("writer", writer.wait());
    __builtin_memset(bytes, 0, sizeof(bytes));
    report(label(call.name, " of fewer, and the end"), call.receive(pair.first, bytes, 8, MSG_WAITALL));
    report("bytes", Text(bytes));
    report(label(call.name, " at the end"), call.receive(pair.first, bytes, 8, MSG_WAITALL));
  }
}
