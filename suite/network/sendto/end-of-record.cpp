// Data after a send with MSG_EOR goes in another TCP segment than the data of that send, even if the socket is
// corked. Without MSG_EOR it goes in the same segment.
// Covers: sendto MSG_EOR
// Covers: sendmsg MSG_EOR
#include "suite/network/messages.h"
#include "suite/network/sendto/segments.h"

void test() {
  for (const SendCall &call : send_calls)
    for (int flags : {0, MSG_EOR}) {
      SocketPair tcp = setup::tcp_pair();
      const int on = 1, off = 0;
      setup::set_option(tcp.first, SOL_TCP, TCP_CORK, on);
      const Line name = label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)});
      report(name, call.send(tcp.first, "a", flags, nullptr, 0));
      report(label(name.text(), ": the next byte"), call.send(tcp.first, "b", 0, nullptr, 0));
      setup::set_option(tcp.first, SOL_TCP, TCP_CORK, off);
      char bytes[2];
      setup::require_count("recvfrom", sys::recvfrom(tcp.second, bytes, 2, MSG_WAITALL, nullptr, nullptr), 2);
      report(label(name.text(), ": segments"), segments_sent(tcp.first));
    }
}
