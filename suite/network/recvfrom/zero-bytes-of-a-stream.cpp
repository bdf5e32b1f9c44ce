// A receive of 0 bytes from a stream returns 0 and takes nothing. From a datagram socket it takes the whole datagram.
// Covers: recvfrom 0 bytes
// Covers: recvmsg 0 bytes
#include "suite/network/messages.h"

namespace {

void report_pair(const char *name, const ReceiveCall &call, SocketPair pair) {
  setup::write_all(pair.second, "here");
  char bytes[8];
  report(label(name, ", ", call.name), call.receive(pair.first, bytes, 0, 0));
  report("next", call.receive(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT));
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    report_pair("local", call, setup::socketpair());
    report_pair("TCP", call, setup::tcp_pair());
    report_pair("datagrams", call, setup::socketpair(SOCK_DGRAM));
  }
}
