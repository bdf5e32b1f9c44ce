// After SHUT_RD a read here is at the end of the stream, and a write at the other end fails
// with EPIPE. The other direction stays open.
// Covers: shutdown SHUT_RD
#include "wali/test.h"

void test() {
  setup::set_disposition(SIGPIPE, SIG_IGN);
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  char byte;
  report("read here, before", sys::read(pair.first, &byte, 1));
  report("SHUT_RD", sys::shutdown(pair.first, SHUT_RD));
  report("read here", sys::read(pair.first, &byte, 1));
  report("write at the other end", sys::write(pair.second, "x", 1));
  report("write here", sys::write(pair.first, "y", 1));
  report("read at the other end", sys::read(pair.second, &byte, 1));
  report("read at the other end again", sys::read(pair.second, &byte, 1));
}
