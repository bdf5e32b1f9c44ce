// Credentials and descriptors of one message arrive as two control messages, the second
// behind the first's length rounded up to eight. If there is too little room, they are cut,
// with MSG_CTRUNC, and no descriptor is left over.
// Covers: recvmsg SCM_CREDENTIALS, SCM_RIGHTS, MSG_CTRUNC
#include "wali/test.h"

namespace {

struct Both {
  Control<ucred> credentials;
  uint32_t pad;
  Control<int[2]> rights;
};

// Receives one byte with room for `size` bytes of control messages.
void receive(int socket, void *control, uint32_t size) {
  char byte;
  Message message(&byte, 1);
  message.with_control(control, size);
  report("recvmsg", sys::recvmsg(socket, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
}

void send_descriptors(int socket) {
  Control<int[2]> descriptors = rights(0, 1);
  setup::require_value("sendmsg", sys::sendmsg(socket, Message("x").with_control(descriptors), 0), 1);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  send_descriptors(pair.first);
  Guarded<Both> control;
  receive(pair.second, &control, 100);
  report("first", Choice{abi::sets::control_type, control->credentials.header.cmsg_type});
  report("its length", control->credentials.header.cmsg_len);
  report("pid", control->credentials.value.pid);
  report("uid", control->credentials.value.uid);
  report("gid", control->credentials.value.gid);
  report("second", Choice{abi::sets::control_type, control->rights.header.cmsg_type});
  report("its length", control->rights.header.cmsg_len);
  report("descriptors", label(control->rights.value[0], " and ", control->rights.value[1]));
  report_walls("walls", control);
  {
    Fd lowest = setup::duplicate(0), next = setup::duplicate(0);
    report("free descriptors", label(int{lowest}, " and ", int{next}));
  }
  send_descriptors(pair.first);
  control.fill();
  receive(pair.second, &control, 32 + 20);
  report("its length when cut", control->rights.header.cmsg_len);
  report("descriptor", control->rights.value[0]);
  report_poison("behind it", control->rights.value + 1, 4);
  report("the next free descriptor", sys::dup(0));
}
