// After SHUT_WR the other end reads the end of the stream, and a write here fails with EPIPE.
// The other direction stays open.
// Covers: shutdown SHUT_WR
#include "wali/test.h"

void test() {
  setup::set_disposition(SIGPIPE, SIG_IGN);
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  char byte;
  report("read at the other end, before", sys::read(pair.second, &byte, 1));
  report("SHUT_WR", sys::shutdown(pair.first, SHUT_WR));
  report("read at the other end", sys::read(pair.second, &byte, 1));
  report("write here", sys::write(pair.first, "x", 1));
  report("write at the other end", sys::write(pair.second, "y", 1));
  report("read here", sys::read(pair.first, &byte, 1));
  report("read here again", sys::read(pair.first, &byte, 1));
}
