// With SO_PASSCRED the credentials that come along are those of the process that has sent.
// Covers: recvmsg SCM_CREDENTIALS
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  Child child = setup::fork([&] { setup::write_all(pair.first, "x"); });
  report("fork", child.pid());
  report("child", child.wait());
  char byte;
  Control<ucred> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  report("type", Choice{abi::sets::control_type, received.header.cmsg_type});
  report("pid", received.value.pid);
}
