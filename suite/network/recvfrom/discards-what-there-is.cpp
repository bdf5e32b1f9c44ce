// With MSG_TRUNC a receive on a TCP stream discards no more than there is, also with MSG_CTRUNC. With MSG_PEEK it
// discards nothing and only returns how much it would. The buffer stays as it was.
// Covers: recvfrom MSG_TRUNC, MSG_PEEK, MSG_CTRUNC
// Covers: recvmsg MSG_TRUNC, MSG_PEEK, MSG_CTRUNC
#include "suite/network/messages.h"

void test() {
  for (const ReceiveCall &call : receive_calls)
    for (int flags : {MSG_TRUNC, MSG_TRUNC | MSG_CTRUNC}) {
      SocketPair tcp = setup::tcp_pair();
      setup::write_all(tcp.first, "abcdef");
      GuardedBytes<16> bytes;
      setup::require_value("recvfrom", sys::recvfrom(tcp.second, &bytes, 6, MSG_PEEK | MSG_WAITALL, nullptr, nullptr),
                           6);
      bytes.fill();
      report(label(call.name, ", MSG_PEEK|MSG_TRUNC"), call.receive(tcp.second, &bytes, 4, MSG_PEEK | MSG_TRUNC));
      report_poison("buffer", bytes);
      report(label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(tcp.second, &bytes, 16, flags));
      report_poison("buffer", bytes);
      report(label(call.name, " of what is left"), call.receive(tcp.second, &bytes, 16, MSG_DONTWAIT));
    }
}
