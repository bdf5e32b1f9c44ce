// listen refuses closed descriptors, descriptors that are no sockets, and datagram sockets.
// Covers: listen EBADF, ENOTSOCK, EOPNOTSUPP
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd datagrams = setup::socket(AF_INET, SOCK_DGRAM);
  report("closed descriptor", sys::listen(1000, 1));
  report("no socket", sys::listen(pipe.read, 1));
  report("datagrams", sys::listen(datagrams, 1));
}
