// What stood in msg_flags does not matter to recvmsg: it is 0 afterwards where there is nothing to tell, for a whole
// message, a part of a stream, and what is only looked at.
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
