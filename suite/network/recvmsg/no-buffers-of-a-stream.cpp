// recvmsg without buffers takes nothing of a stream and returns 0, with MSG_PEEK and MSG_TRUNC as well. Nothing is
// cut, so msg_flags is 0.
// Covers: recvmsg MSG_PEEK, MSG_TRUNC, no buffers, stream
#include "suite/network/recvmsg/no_buffers.h"

void test() {
  for (int flags : {0, MSG_PEEK, MSG_TRUNC, MSG_PEEK | MSG_TRUNC}) {
    SocketPair local = setup::socketpair(), tcp = setup::tcp_pair();
    for (const SocketPair *pair : {&local, &tcp}) {
      setup::write_all(pair->first, "abc");
      pollfd entry = {pair->second, POLLIN, 0};
      setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
      Message message(nullptr, 0);
      without_buffers(message);
      message->msg_flags = -1;
      report(label("recvmsg, ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             sys::recvmsg(pair->second, message, flags));
      report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
      char bytes[8] = {};
      report("recvfrom", sys::recvfrom(pair->second, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
      report("bytes", Text(bytes));
    }
  }
}
