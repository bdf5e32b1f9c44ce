// A descriptor that is sent over a stream needs a byte to go with, and without one nothing is sent. An empty datagram
// carries it.
// Covers: sendmsg SCM_RIGHTS, no bytes
#include "wali/test.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    Control<int[1]> sent = rights(0), received = {};
    report(label("sendmsg, ", Choice{abi::sets::socket_type, type}),
           sys::sendmsg(pair.first, Message("").with_control(sent), 0));
    char byte;
    Message message(&byte, 1);
    message.with_control(received);
    report("recvmsg", sys::recvmsg(pair.second, message, MSG_DONTWAIT));
    report("cmsg_len", received.header.cmsg_len);
    report("descriptor", received.value[0]);
  }
}
