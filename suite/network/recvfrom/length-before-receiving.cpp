// With MSG_PEEK, MSG_TRUNC and no buffer a receive returns the length of the next datagram and leaves it there. An
// empty datagram has length 0.
// Covers: recvfrom MSG_PEEK, MSG_TRUNC
// Covers: recvmsg MSG_PEEK, MSG_TRUNC
#include "suite/network/messages.h"

namespace {

void report_lengths(const char *name, const ReceiveCall &call, int sender, int receiver) {
  for (Text bytes : {Text("thirteen long"), Text("x"), Text("")})
    setup::require_value("sendto", sys::sendto(sender, bytes.data, bytes.size, 0, nullptr, 0),
                         static_cast<int64_t>(bytes.size));
  for (int i = 0; i < 3; ++i) {
    char bytes[16];
    report(label(name, ", ", call.name), call.receive(receiver, nullptr, 0, MSG_PEEK | MSG_TRUNC));
    report("received", call.receive(receiver, bytes, sizeof(bytes), MSG_DONTWAIT));
  }
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair datagrams = setup::socketpair(SOCK_DGRAM);
    setup::Bound udp = setup::udp_socket();
    setup::connect(udp.socket, udp.address);
    report_lengths("local", call, datagrams.first, datagrams.second);
    report_lengths("UDP", call, udp.socket, udp.socket);
  }
}
