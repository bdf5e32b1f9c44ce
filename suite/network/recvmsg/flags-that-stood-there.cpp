// recvmsg ignores what was in msg_flags. It sets the field to 0 for a whole message, for a part of a stream, and with
// MSG_PEEK.
// Covers: recvmsg msg_flags, MSG_PEEK
#include "wali/test.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM})
    for (int flags : {MSG_PEEK, 0}) {
      SocketPair pair = setup::socketpair(type);
      setup::write_all(pair.first, "abc");
      setup::write_all(pair.first, "def");
      char bytes[3];
      Message message(bytes, sizeof(bytes));
      message->msg_flags = -1;
      report(label("recvmsg, ", Choice{abi::sets::socket_type, type}, ", ",
                   Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             sys::recvmsg(pair.second, message, flags));
      report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
    }
}
