// A recvmsg without buffers takes a message and gives 0, and with MSG_TRUNC its length. msg_flags has MSG_TRUNC each
// time. With MSG_PEEK the message stays.
// Covers: recvmsg MSG_PEEK, MSG_TRUNC, no buffers
#include "suite/network/recvmsg/no_buffers.h"

void test() {
  for (int type : {SOCK_SEQPACKET, SOCK_DGRAM})
    for (int flags : {0, MSG_PEEK, MSG_TRUNC, MSG_PEEK | MSG_TRUNC}) {
      SocketPair pair = setup::socketpair(type);
      setup::write_all(pair.first, "abc");
      setup::write_all(pair.first, "next");
      Message message(nullptr, 0);
      without_buffers(message);
      report(label("recvmsg, ", Choice{abi::sets::socket_type, type}, ", ",
                   Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             sys::recvmsg(pair.second, message, flags));
      report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
      char bytes[8] = {};
      report("recvfrom of what is left", sys::recvfrom(pair.second, bytes, sizeof(bytes), 0, nullptr, nullptr));
      report("bytes", Text(bytes));
    }
}
