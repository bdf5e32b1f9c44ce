// MSG_PEEK with MSG_OOB leaves the urgent byte to be received.
// Covers: recvfrom MSG_OOB, MSG_PEEK
// Covers: recvmsg MSG_OOB, MSG_PEEK
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair tcp = setup::tcp_pair();
    setup::send_urgent_byte(tcp.first, tcp.second);
    for (int flags : {MSG_OOB | MSG_PEEK, MSG_OOB | MSG_PEEK, MSG_OOB, MSG_OOB | MSG_PEEK}) {
      char byte = ' ';
      report(label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(tcp.second, &byte, 1, flags));
      report("byte", Text(&byte, 1));
    }
  }
}
