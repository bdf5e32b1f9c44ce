// msg_flags has MSG_OOB when the urgent byte was received, and not for other bytes.
// Covers: recvmsg MSG_OOB, msg_flags
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair();
  setup::write_all(tcp.first, "a");
  setup::send_urgent_byte(tcp.first, tcp.second);
  for (int flags : {MSG_OOB, 0}) {
    char byte = 0;
    Message message(&byte, 1);
    report(label("recvmsg ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
           sys::recvmsg(tcp.second, message, flags));
    report("byte", Text(&byte, 1));
    report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  }
}
