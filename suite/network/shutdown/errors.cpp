// shutdown refuses unknown halves, wrong descriptors, and sockets without a peer. The
// connection stays open then.
// Covers: shutdown EINVAL, ENOTCONN, EBADF, ENOTSOCK
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  Fd unconnected = setup::socket(AF_INET, SOCK_STREAM);
  Pipe pipe = setup::pipe();
  report("half 3", sys::shutdown(pair.first, 3));
  report("half -1", sys::shutdown(pair.first, -1));
  report("not connected", sys::shutdown(unconnected, SHUT_RDWR));
  report("closed descriptor", sys::shutdown(1000, SHUT_RDWR));
  report("no socket", sys::shutdown(pipe.read, SHUT_RD));
  report("write", sys::write(pair.first, "x", 1));
  char byte;
  report("read", sys::read(pair.first, &byte, 1));
}
