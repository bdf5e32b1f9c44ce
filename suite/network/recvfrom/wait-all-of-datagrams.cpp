// MSG_WAITALL has no effect on datagrams and packets. A receive returns one of them and does not wait to fill the
// buffer.
// Covers: recvfrom MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET
// Covers: recvmsg MSG_WAITALL, SOCK_DGRAM, SOCK_SEQPACKET
#include "suite/network/messages.h"

namespace {

void report_socket(const char *name, const ReceiveCall &call, int socket) {
  char bytes[16] = {};
  for (int i = 0; i < 2; ++i) {
    report(label(name, ", ", call.name), call.receive(socket, bytes, sizeof(bytes), MSG_WAITALL));
    report("bytes", Text(bytes));
    __builtin_memset(bytes, 0, sizeof(bytes));
  }
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair datagrams = setup::socketpair(SOCK_DGRAM), packets = setup::socketpair(SOCK_SEQPACKET);
    setup::Bound udp = setup::udp_socket();
    setup::connect(udp.socket, udp.address);
    for (int socket : {int{datagrams.second}, int{packets.second}, int{udp.socket}})
      for (const char *bytes : {"one", "other"})
        setup::write_all(socket, bytes);
    report_socket("datagrams", call, datagrams.first);
    report_socket("packets", call, packets.first);
    report_socket("UDP", call, udp.socket);
  }
}
