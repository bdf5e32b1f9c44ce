// A receive ends at the urgent mark, even with MSG_WAITALL. SIOCATMARK returns 1 there, and the next receive goes on
// behind the mark.
// Covers: recvfrom urgent mark, MSG_WAITALL
// Covers: recvmsg urgent mark, MSG_WAITALL
#include "suite/network/messages.h"

namespace {

void report_mark(int socket) {
  int mark = -1;
  setup::require_zero("SIOCATMARK", sys::ioctl(socket, SIOCATMARK, &mark));
  report("SIOCATMARK", mark);
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls)
    for (int flags : {0, MSG_WAITALL}) {
      SocketPair tcp = setup::tcp_pair();
      setup::write_all(tcp.first, "ab");
      setup::send_urgent_byte(tcp.first, tcp.second);
      setup::write_all(tcp.first, "cd");
      const Line name = label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)});
      char bytes[8] = {};
      report_mark(tcp.second);
      report(name, call.receive(tcp.second, bytes, 4, flags));
      report_mark(tcp.second);
      report("behind the mark", call.receive(tcp.second, bytes + 4, 2, flags));
      report_mark(tcp.second);
      report("bytes", Text(bytes, sizeof(bytes)));
    }
}
