// With privilege sendmsg may name another process, and the receiver is told that one. A process that does not exist is
// ESRCH, and credentials without their value are EINVAL: nothing is sent then.
// Covers: sendmsg SCM_CREDENTIALS, ESRCH, EINVAL
// Covers: recvmsg SCM_CREDENTIALS
// REQUIRES: root
#include "suite/network/sendmsg/credentials.h"

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  Child other = setup::fork([] { setup::sleep_ms(100000); });
  cmsghdr empty = {sizeof(cmsghdr), 0, SOL_SOCKET, SCM_CREDENTIALS};
  report("another process", other.pid());
  report("sendmsg with a process that does not exist", send_with(pair.first, {0x7ffffffe, 0, 0}));
  report("sendmsg without a value", sys::sendmsg(pair.first, Message("x").with_control(empty), 0));
  report("sendmsg with another process", send_with(pair.first, {other.pid(), 0, 0}));
  char byte;
  Control<ucred> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  report("pid", received.value.pid);
  report("recvfrom of the next", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}
