// Data that sendto or sendmsg sends with MSG_MORE waits for a send without the flag and goes with it in one datagram.
// Covers: sendto MSG_MORE
// Covers: sendmsg MSG_MORE
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  for (const SendCall &call : send_calls) {
    const auto [socket, own] = setup::udp_socket();
    setup::connect(socket, own);
    char bytes[32] = {};
    report(label(call.name, " MSG_MORE"), call.send(socket, "first ", MSG_MORE, nullptr, 0));
    report("recvfrom", sys::recvfrom(socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
    report(label(call.name, " 0"), call.send(socket, "and more", 0, nullptr, 0));
    report("recvfrom", sys::recvfrom(socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
    report("bytes", Text(bytes));
  }
}
