// Each half of a connection is shut down for itself: the other end reads the end of the
// stream, or fails with EPIPE.
// Covers: shutdown SHUT_RD, SHUT_WR, SHUT_RDWR, EINVAL, ENOTCONN, EBADF, ENOTSOCK
#include "wali/test.h"

void test() {
  setup::set_disposition(SIGPIPE, SIG_IGN);
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  char byte;
  report("SHUT_WR", sys::shutdown(pair.first, SHUT_WR));
  report("the other end reads", sys::read(pair.second, &byte, 1));
  report("writing here", sys::write(pair.first, "x", 1));
  report("the other way", sys::write(pair.second, "y", 1));
  report("reading here", sys::read(pair.first, &byte, 1));
  report("reading here again", sys::read(pair.first, &byte, 1));
  SocketPair local = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  report("SHUT_RD", sys::shutdown(local.first, SHUT_RD));
  report("reading there is the end", sys::read(local.first, &byte, 1));
  report("writing to it", sys::write(local.second, "x", 1));
  report("SHUT_RDWR", sys::shutdown(local.second, SHUT_RDWR));
  report("writing from there", sys::write(local.second, "x", 1));
  report("how 3", sys::shutdown(pair.second, 3));
  Fd unconnected = setup::socket(AF_INET, SOCK_STREAM);
  report("not connected", sys::shutdown(unconnected, SHUT_RDWR));
  report("closed descriptor", sys::shutdown(1000, SHUT_RDWR));
  Pipe pipe = setup::pipe();
  report("no socket", sys::shutdown(pipe.read, SHUT_RD));
}
