// Credentials come along only if the receiver asked for them. Those of a sender that has ended are
// still its own, and each datagram has its sender's.
// Covers: recvmsg SCM_CREDENTIALS, SO_PASSCRED
#include "suite/network/recvmsg/sender.h"

namespace {

void send_from_child(int socket) {
  Child child = setup::fork([=] { setup::write_all(socket, "x"); });
  report("child", child.pid());
  report("its end", child.wait());
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  setup::write_all(pair.first, "x");
  report_sender("not asked", pair.second);
  const int on = 1, off = 0;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  send_from_child(pair.first);
  send_from_child(pair.first);
  report_sender("first", pair.second);
  report_sender("second", pair.second);
  setup::write_all(pair.first, "x");
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, off);
  report_sender("not asked any more", pair.second);
}
