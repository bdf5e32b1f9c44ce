// A sender with SO_PASSCRED sends its credentials with each message. The receiver gets them only when it has
// SO_PASSCRED itself.
// Covers: recvmsg SCM_CREDENTIALS, SO_PASSCRED of the sender
#include "suite/network/recvmsg/sender.h"

void test() {
  report("getpid", sys::getpid());
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    const int on = 1;
    setup::set_option(pair.first, SOL_SOCKET, SO_PASSCRED, on);
    setup::write_all(pair.first, "xy");
    setup::write_all(pair.first, "x");
    report_sender("recvmsg, not asked for", pair.second);
    setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
    report_sender("recvmsg, asked for", pair.second);
  }
}
