// recvmsg without buffers receives a message with its descriptor.
// Covers: recvmsg SCM_RIGHTS, no buffers
#include "suite/network/recvmsg/no_buffers.h"

void test() {
  for (int type : {SOCK_SEQPACKET, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    Pipe pipe = setup::pipe(O_NONBLOCK);
    Control<int[1]> sent = rights(pipe.write), received = {};
    setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("abc").with_control(sent), 0), 3);
    Message message(nullptr, 0);
    without_buffers(message);
    message.with_control(received);
    report(label("recvmsg, ", Choice{abi::sets::socket_type, type}), sys::recvmsg(pair.second, message, 0));
    report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
    report("type", Choice{abi::sets::control_type, received.header.cmsg_type});
    report("write", sys::write(received.value[0], "through", 7));
    char bytes[8] = {};
    report("read", sys::read(pipe.read, bytes, sizeof(bytes)));
    report("bytes", Text(bytes));
    report("recvmsg of the next", sys::recvmsg(pair.second, message, MSG_DONTWAIT));
  }
}
