// An empty datagram is received as 0 bytes, with its sender, and is gone then. The end of a stream
// or of packets is 0 too, as often as it is asked for.
// Covers: recvmsg empty datagram, end of file
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket) {
  char bytes[8];
  Guarded<sockaddr_in> sender;
  Message message(bytes, sizeof(bytes));
  message.with_name(&sender, sizeof(sockaddr_in));
  report(name, sys::recvmsg(socket, message, 0));
  report("msg_namelen", message->msg_namelen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
}

} // namespace

void test() {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  setup::connect(sender.socket, receiver.address);
  report("sendto of nothing", sys::sendto(sender.socket, nullptr, 0, 0, nullptr, 0));
  report("sendto", sys::sendto(sender.socket, "next", 4, 0, nullptr, 0));
  report_received("empty", receiver.socket);
  report_received("next", receiver.socket);
  char byte;
  report("none", sys::recvfrom(receiver.socket, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET}) {
    SocketPair pair = setup::socketpair(type);
    pair.first.reset();
    for (const char *name : {"end", "end again"})
      report(label(name, " of ", Choice{abi::sets::socket_type, type}),
             sys::recvmsg(pair.second, Message(&byte, 1), 0));
  }
}
