// With SO_LINGER of one second, close waits one second for the other end to take what has been
// sent, and no longer. Here the other end takes nothing.
// Covers: setsockopt SO_LINGER of a second
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  int on = 1, off = 0;
  setup::require_zero("ioctl", sys::ioctl(pair.first, FIONBIO, &on));
  setup::fill(pair.first);
  const linger second = {1, 1};
  report("setsockopt", sys::setsockopt(pair.first, SOL_SOCKET, SO_LINGER, &second, sizeof(second)));
  setup::require_zero("ioctl", sys::ioctl(pair.first, FIONBIO, &off));
  const timespec begun = setup::now();
  report("close", sys::close(pair.first.release()));
  report("milliseconds that it waited, compared with 900", compared(milliseconds_since(begun), int64_t{900}));
}
