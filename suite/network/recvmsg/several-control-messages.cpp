// Credentials and descriptors of one message arrive as two control messages,
// the second at the first's length rounded up to eight; too little room cuts
// them with MSG_CTRUNC, and no descriptor is left over.
// Covers: recvmsg SCM_CREDENTIALS, SCM_RIGHTS, MSG_CTRUNC
#include "wali/test.h"

namespace {

struct Control {
  cmsghdr credentials_header;
  ucred credentials;
  uint32_t pad;
  cmsghdr rights_header;
  int fds[2];
};

// Receives one byte with room for `size` bytes of control messages.
Guarded<msghdr> receive(int socket, void *control, uint32_t size) {
  static char byte;
  static iovec vector = {&byte, 1};
  Guarded<msghdr> message;
  *message = {};
  message->msg_iov = &vector;
  message->msg_iovlen = 1;
  message->msg_control = control;
  message->msg_controllen = size;
  report("recvmsg", sys::recvmsg(socket, &message, 0));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  return message;
}

void send_descriptors(int socket) {
  struct {
    cmsghdr header;
    int fds[2];
  } rights = {{24, 0, SOL_SOCKET, SCM_RIGHTS}, {0, 1}};
  char byte = 'x';
  iovec vector = {&byte, 1};
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  message.msg_control = &rights;
  message.msg_controllen = sizeof(rights);
  setup::require_value("sendmsg", sys::sendmsg(socket, &message, 0), 1);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::require_zero("setsockopt", sys::setsockopt(pair.second, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)));
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  send_descriptors(pair.first);
  Guarded<Control> control;
  receive(pair.second, &control, 100);
  report("first", Choice{abi::sets::control_type, control->credentials_header.cmsg_type});
  report("its length", control->credentials_header.cmsg_len);
  report("pid", control->credentials.pid);
  report("uid", control->credentials.uid);
  report("gid", control->credentials.gid);
  report("second", Choice{abi::sets::control_type, control->rights_header.cmsg_type});
  report("its length", control->rights_header.cmsg_len);
  report("descriptors", label(control->fds[0], " and ", control->fds[1]));
  report_walls("walls", control);
  send_descriptors(pair.first);
  control.fill();
  receive(pair.second, &control, 32 + 20);
  report("its length when cut", control->rights_header.cmsg_len);
  report("descriptor", control->fds[0]);
  report_poison("behind it", control->fds + 1, 4);
  report("the next free descriptor", sys::dup(0));
}
