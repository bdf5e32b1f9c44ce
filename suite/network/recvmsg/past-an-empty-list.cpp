// An empty list of descriptors does not separate bytes of a stream. recvmsg takes the bytes that were sent with it
// together with those before and after.
// Covers: recvmsg SCM_RIGHTS, no descriptors
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  cmsghdr none = {sizeof(cmsghdr), 0, SOL_SOCKET, SCM_RIGHTS};
  setup::write_all(pair.first, "before ");
  report("sendmsg", sys::sendmsg(pair.first, Message("with ").with_control(none), 0));
  setup::write_all(pair.first, "after");
  char bytes[32] = {};
  Control<int[1]> received = {};
  Message message(bytes, sizeof(bytes));
  message.with_control(received);
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("bytes", Text(bytes));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
}
