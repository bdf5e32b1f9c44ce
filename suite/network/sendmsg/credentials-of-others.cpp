// With privilege sendmsg may name any user and any group, and the receiver gets those.
// Covers: sendmsg SCM_CREDENTIALS
// Covers: recvmsg SCM_CREDENTIALS
// REQUIRES: root
#include "suite/network/sendmsg/credentials.h"

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  const int own = setup::require_pid("getpid", sys::getpid());
  report("getpid", sys::getpid());
  report("sendmsg", send_with(pair.first, {own, 54321, 12345}));
  char byte;
  Control<ucred> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  report("pid", received.value.pid);
  report("uid", received.value.uid);
  report("gid", received.value.gid);
}
