// A UDP socket that is not bound gets a free port by its first datagram, and keeps it. The receiver
// can answer there.
// Covers: sendto automatic port
// Covers: sendmsg automatic port
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  for (const SendCall &call : send_calls) {
    Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
    report("before", name_of<sockaddr_in>(sender));
    sockaddr_in from = {};
    for (const char *name : {"first", "second"}) {
      report(label(name, " ", call.name), call.send(sender, "x", 0, &receiver.address, sizeof(receiver.address)));
      report("own address", name_of<sockaddr_in>(sender));
      char byte;
      uint32_t size = sizeof(from);
      report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, 0, &from, &size));
      report("from", from);
    }
    char bytes[8];
    report("answer", call.send(receiver.socket, "answer", 0, &from, sizeof(from)));
    report("recvfrom", sys::recvfrom(sender, bytes, sizeof(bytes), 0, nullptr, nullptr));
  }
}
