// Credentials come along only if the receiver asked for them. Those of a sender that has ended are
// still its own, and each datagram has its sender's.
// Covers: recvmsg SCM_CREDENTIALS, SO_PASSCRED
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket) {
  char byte;
  Control<ucred> received = {};
  Message message(&byte, 1);
  message.with_control(received);
  report(name, sys::recvmsg(socket, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("pid", received.value.pid);
}

void send_from_child(int socket) {
  Child child = setup::fork([=] { setup::write_all(socket, "x"); });
  report("child", child.pid());
  report("its end", child.wait());
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  setup::write_all(pair.first, "x");
  report_received("not asked", pair.second);
  const int on = 1, off = 0;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  send_from_child(pair.first);
  send_from_child(pair.first);
  report_received("first", pair.second);
  report_received("second", pair.second);
  setup::write_all(pair.first, "x");
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, off);
  report_received("not asked any more", pair.second);
}
