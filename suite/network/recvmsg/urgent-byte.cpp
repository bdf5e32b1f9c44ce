// With MSG_OOB recvfrom and recvmsg receive the urgent byte, once. Without it they skip that byte. With MSG_ERRQUEUE
// they receive neither that byte nor others.
// Covers: recvfrom MSG_OOB, MSG_ERRQUEUE
// Covers: recvmsg MSG_OOB, MSG_ERRQUEUE
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair tcp = setup::tcp_pair();
    setup::write_all(tcp.first, "tcp");
    setup::send_urgent_byte(tcp.first, tcp.second);
    for (int flags : {MSG_ERRQUEUE, MSG_OOB, MSG_OOB, 0}) {
      char bytes[8] = {};
      report(label(call.name, " ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(tcp.second, bytes, sizeof(bytes), flags | MSG_DONTWAIT));
      report("bytes", Text(bytes));
    }
  }
}
