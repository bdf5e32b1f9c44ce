// When msg_control is NULL, msg_controllen makes no room. A descriptor that was sent is lost, with MSG_CTRUNC,
// msg_controllen becomes 0, and the bytes arrive.
// Covers: recvmsg MSG_CTRUNC, SCM_RIGHTS, NULL
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Pipe pipe = setup::pipe();
  Control<int[1]> sent = rights(pipe.write);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("abc").with_control(sent), 0), 3);
  pipe.write.reset();
  char bytes[4] = {};
  Message message(bytes, sizeof(bytes));
  message.with_control(nullptr, 24);
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("bytes", Text(bytes));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("msg_controllen", message->msg_controllen);
  char byte;
  report("read of the end of the pipe", sys::read(pipe.read, &byte, 1));
}
