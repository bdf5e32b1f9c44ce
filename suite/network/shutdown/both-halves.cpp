// After SHUT_RDWR both ends read the end of the stream, and a write at either fails with
// EPIPE.
// Covers: shutdown SHUT_RDWR
#include "wali/test.h"

void test() {
  setup::set_disposition(SIGPIPE, SIG_IGN);
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  char byte;
  report("SHUT_RDWR", sys::shutdown(pair.first, SHUT_RDWR));
  for (int end : {int{pair.first}, int{pair.second}}) {
    report("read", sys::read(end, &byte, 1));
    report("write", sys::write(end, "x", 1));
  }
}
