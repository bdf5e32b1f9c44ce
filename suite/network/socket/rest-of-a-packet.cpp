// The part of a packet or a datagram that a receive has no room for is lost, and MSG_TRUNC says so. The next receive
// starts at the next packet.
// Covers: socket SOCK_SEQPACKET, SOCK_DGRAM
// Covers: recvmsg MSG_TRUNC
#include "suite/network/addresses.h"

namespace {

void report_received(int socket) {
  char bytes[16] = {};
  Message message(bytes, 4);
  report("recvmsg", sys::recvmsg(socket, message, MSG_DONTWAIT));
  report("bytes", Text(bytes));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
}

void report_received(const char *name, int sender, int receiver) {
  for (const char *bytes : {"too long", "fits", "also too long"})
    report(label(name, ": write"), sys::write(sender, bytes, Text(bytes).size));
  for (int i = 0; i < 3; ++i)
    report_received(receiver);
}

} // namespace

void test() {
  const Local listening = abstract("packets"), receiving = abstract("datagrams");
  Fd listener = local_listener(SOCK_SEQPACKET, listening), receiver = local_socket(SOCK_DGRAM, receiving),
     packets(sys::socket(AF_UNIX, SOCK_SEQPACKET, 0).fd()), datagrams(sys::socket(AF_UNIX, SOCK_DGRAM, 0).fd());
  connect(packets, listening);
  connect(datagrams, receiving);
  report_received("packets", packets, setup::accept(listener));
  report_received("datagrams", datagrams, receiver);
}
