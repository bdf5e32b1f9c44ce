// With MSG_PEEK recvfrom and recvmsg leave what they receive for the next call.
// Covers: recvfrom MSG_PEEK
// Covers: recvmsg MSG_PEEK
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    setup::write_all(pair.second, "peek");
    for (int flags : {MSG_PEEK, MSG_PEEK, 0}) {
      char bytes[8] = {};
      report(label(call.name, " ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(pair.first, bytes, sizeof(bytes), flags));
      report("bytes", Text(bytes));
    }
    char byte;
    report("nothing is left", sys::recvfrom(pair.first, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  }
}
