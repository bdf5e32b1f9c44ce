// With MSG_TRUNC recvfrom and recvmsg return the whole length of a datagram for which there
// is less room. What does not fit is lost, with the flag and without it.
// Covers: recvfrom MSG_TRUNC
// Covers: recvmsg MSG_TRUNC
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair(SOCK_DGRAM);
    for (int flags : {0, MSG_TRUNC}) {
      setup::write_all(pair.second, "datagram");
      GuardedBytes<3> bytes;
      report(label(call.name, " ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(pair.first, &bytes, 3, flags));
      report("bytes", bytes.bytes());
      report_walls("walls", bytes);
      report("the rest", call.receive(pair.first, &bytes, 3, MSG_DONTWAIT));
    }
  }
}
