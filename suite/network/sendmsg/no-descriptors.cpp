// An empty list of descriptors is sent as if there were none. The bytes arrive without a control message.
// Covers: sendmsg SCM_RIGHTS, no descriptors
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  cmsghdr none = {sizeof(cmsghdr), 0, SOL_SOCKET, SCM_RIGHTS};
  report("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(none), 0));
  char byte;
  Guarded<Control<int[1]>> received;
  Message message(&byte, 1);
  message.with_control(&received, sizeof(Control<int[1]>));
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report_poison("control message", received);
}
