// What is sent with MSG_MORE waits for a send without it, and goes with that in one
// datagram.
// Covers: sendto MSG_MORE
// Covers: sendmsg MSG_MORE
#include "wali/messages.h"
#include "wali/test.h"

void test() {
  for (const SendCall &call : send_calls) {
    Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
    sockaddr_in own = setup::loopback(0);
    uint32_t size = sizeof(own);
    setup::require_zero("bind", sys::bind(socket, &own, size));
    setup::require_zero("getsockname", sys::getsockname(socket, &own, &size));
    setup::require_zero("connect", sys::connect(socket, &own, size));
    char bytes[32] = {};
    report(label(call.name, " MSG_MORE"), call.send(socket, "first ", MSG_MORE, nullptr, 0));
    report("recvfrom", sys::recvfrom(socket, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
    report(label(call.name, " 0"), call.send(socket, "and more", 0, nullptr, 0));
    report("recvfrom", sys::recvfrom(socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
    report("bytes", Text(bytes));
  }
}
