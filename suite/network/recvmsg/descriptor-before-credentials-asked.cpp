// A descriptor that was sent before the receiver asked for credentials comes after a control message with the
// credentials of nobody.
// Covers: recvmsg SCM_RIGHTS, SCM_CREDENTIALS
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Control<int[1]> descriptor = rights(0);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(descriptor), 0), 1);
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  struct {
    Control<ucred> credentials;
    uint32_t pad;
    Control<int[1]> rights;
  } received = {};
  char byte;
  Message message(&byte, 1);
  message.with_control(received);
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("first", Choice{abi::sets::control_type, received.credentials.header.cmsg_type});
  report("pid", received.credentials.value.pid);
  report("second", Choice{abi::sets::control_type, received.rights.header.cmsg_type});
  report("descriptor", received.rights.value[0]);
}
