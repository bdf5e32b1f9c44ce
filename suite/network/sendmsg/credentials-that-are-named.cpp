// Credentials that sendmsg names must be the sender's own, and arrive. Without privilege those of others are refused
// with EPERM, and nothing is sent.
// Covers: sendmsg SCM_CREDENTIALS, EPERM
// Covers: recvmsg SCM_CREDENTIALS
// REQUIRES: user, other-ids
#include "suite/network/sendmsg/credentials.h"

void test() {
  SocketPair pair = setup::socketpair();
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  const ucred own = {setup::require_pid("getpid", sys::getpid()), static_cast<uint32_t>(sys::getuid().value),
                     static_cast<uint32_t>(sys::getgid().value)};
  Child other = setup::fork([] { setup::sleep_ms(100000); });
  report("another process", send_with(pair.first, {other.pid(), own.uid, own.gid}));
  report("another user", send_with(pair.first, {own.pid, own.uid + 1, own.gid}));
  report("another group", send_with(pair.first, {own.pid, own.uid, own.gid + 1}));
  report("root", send_with(pair.first, {own.pid, 0, 0}));
  report("own", send_with(pair.first, own));
  char byte;
  Control<ucred> received = {};
  report("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0));
  report("getpid", sys::getpid());
  report("pid", received.value.pid);
  report("getuid", sys::getuid());
  report("uid", received.value.uid);
  report("getgid", sys::getgid());
  report("gid", received.value.gid);
  report("nothing else", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}
