// Credentials that do not fit into the control buffer are cut, with MSG_CTRUNC. cmsg_len is what was stored, and
// nothing is stored behind the buffer.
// Covers: recvmsg SCM_CREDENTIALS, MSG_CTRUNC
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  for (uint32_t room : {28u, 20u, 16u, 15u}) {
    setup::write_all(pair.first, "x");
    Guarded<Control<ucred>> control;
    control->header.cmsg_len = 0;
    char byte;
    Message message(&byte, 1);
    message.with_control(&control, room);
    report(label("recvmsg with room for ", room), sys::recvmsg(pair.second, message, 0));
    report("msg_controllen", message->msg_controllen);
    report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
    report("cmsg_len", control->header.cmsg_len);
    report_poison("behind the room", control.bytes().data + room, sizeof(Control<ucred>) - room);
    report_walls("walls", control);
  }
}
