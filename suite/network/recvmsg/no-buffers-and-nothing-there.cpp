// A nonblocking recvmsg without buffers fails with EAGAIN while nothing is there. When the peer has shut down
// writing, it returns 0 for streams and packets, which have an end of file.
// Covers: recvmsg EAGAIN, end of file, no buffers
#include "suite/network/recvmsg/no_buffers.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    Message message(nullptr, 0);
    without_buffers(message);
    const Choice kind = {abi::sets::socket_type, type};
    report(label("recvmsg, ", kind), sys::recvmsg(pair.second, message, MSG_DONTWAIT));
    setup::require_zero("shutdown", sys::shutdown(pair.first, SHUT_WR));
    report(label("recvmsg at the end, ", kind), sys::recvmsg(pair.second, message, MSG_DONTWAIT));
  }
}
