// Data that sendto or sendmsg sends with MSG_MORE on a TCP socket waits for data without the flag and goes with it in
// one segment. Without the flag each goes in a segment of its own.
// Covers: sendto MSG_MORE, TCP
// Covers: sendmsg MSG_MORE, TCP
#include "suite/network/messages.h"
#include "suite/network/sendto/segments.h"

namespace {

uint32_t segments_of_two(const SendCall &call, int flags) {
  SocketPair tcp = setup::tcp_pair();
  setup::require_value(call.name, call.send(tcp.first, "a", flags, nullptr, 0), 1);
  setup::require_value(call.name, call.send(tcp.first, "b", 0, nullptr, 0), 1);
  char bytes[2];
  setup::require_value("recvfrom", sys::recvfrom(tcp.second, bytes, 2, MSG_WAITALL, nullptr, nullptr), 2);
  return segments_sent(tcp.first);
}

} // namespace

void test() {
  for (const SendCall &call : send_calls)
    for (int flags : {0, MSG_MORE}) {
      // Linux sends what waits after 200 ms: of several tries one is quicker.
      uint32_t fewest = ~0u;
      for (int tries = 0; tries < 5; ++tries)
        if (const uint32_t segments = segments_of_two(call, flags); segments < fewest)
          fewest = segments;
      report(label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}, ": segments"), fewest);
    }
}
