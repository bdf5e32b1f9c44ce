// A sender with SO_PASSCRED sends its credentials with each message. The receiver is told them once it asks itself, and
// not before.
// Covers: recvmsg SCM_CREDENTIALS, SO_PASSCRED of the sender
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

} // namespace

void test() {
  report("getpid", sys::getpid());
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    const int on = 1;
    setup::set_option(pair.first, SOL_SOCKET, SO_PASSCRED, on);
    setup::write_all(pair.first, "xy");
    setup::write_all(pair.first, "x");
    report_received("recvmsg, not asked for", pair.second);
    setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
    report_received("recvmsg, asked for", pair.second);
  }
}
