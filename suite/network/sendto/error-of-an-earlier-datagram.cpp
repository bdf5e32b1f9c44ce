// On a socket with IP_RECVERR and no peer, the send after a refused datagram fails with ECONNREFUSED, once, and sends
// nothing. Without the option it succeeds.
// Covers: sendto ECONNREFUSED
// Covers: sendmsg ECONNREFUSED
#include "suite/network/messages.h"

void test() {
  for (const SendCall &call : send_calls) {
    setup::Bound receiver = setup::udp_socket();
    const sockaddr_in nobody = setup::loopback(1);
    Fd told = setup::socket(AF_INET, SOCK_DGRAM), untold = setup::socket(AF_INET, SOCK_DGRAM);
    const int on = 1;
    setup::set_option(told, SOL_IP, IP_RECVERR, on);
    for (int socket : {int{untold}, int{told}})
      setup::require_value("sendto", sys::sendto(socket, "x", 1, 0, &nobody, sizeof(nobody)), 1);
    pollfd entry = {told, 0, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
    auto report_send = [&](const char *name, int socket, Text bytes) {
      report(label(call.name, name), call.send(socket, bytes, 0, &receiver.address, sizeof(receiver.address)));
    };
    report_send(" with IP_RECVERR", told, "one");
    report_send(" again", told, "two..");
    report_send(" without it", untold, "three..");
    char bytes[8];
    for (int flags : {0, 0, MSG_DONTWAIT})
      report("recvfrom", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), flags, nullptr, nullptr));
  }
}
