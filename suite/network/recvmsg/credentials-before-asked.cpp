// Data that was sent before the receiver asked for credentials comes with process 0 and the overflow user and group
// (overflowuid and overflowgid of proc(5)).
// Covers: recvmsg SCM_CREDENTIALS, SO_PASSCRED
#include "wali/test.h"

void test() {
  report("overflowuid", setup::read_file("/proc/sys/kernel/overflowuid"));
  report("overflowgid", setup::read_file("/proc/sys/kernel/overflowgid"));
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    setup::write_all(pair.first, "x");
    const int on = 1;
    report(label("setsockopt, ", Choice{abi::sets::socket_type, type}),
           sys::setsockopt(pair.second, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)));
    char byte;
    Guarded<Control<ucred>> received;
    Message message(&byte, 1);
    message.with_control(&received, sizeof(Control<ucred>));
    report("recvmsg", sys::recvmsg(pair.second, message, 0));
    report("msg_controllen", message->msg_controllen);
    report("type", Choice{abi::sets::control_type, received->header.cmsg_type});
    report("pid", received->value.pid);
    report("uid", received->value.uid);
    report("gid", received->value.gid);
  }
}
