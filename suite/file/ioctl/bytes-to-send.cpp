// TIOCOUTQ of a socket is more than 0 until its peer has read, and 0 afterwards.
// Covers: ioctl TIOCOUTQ
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair();
  Guarded<int32_t> count;
  setup::write_all(sockets.first, "unread");
  report("TIOCOUTQ", sys::ioctl(sockets.first, TIOCOUTQ, &count));
  report("while unread", *count);
  report_walls("walls", count);
  char buffer[6];
  setup::require_count("read", sys::read(sockets.second, buffer, 6), 6);
  report("TIOCOUTQ", sys::ioctl(sockets.first, TIOCOUTQ, &count));
  report("once read", *count);
}
