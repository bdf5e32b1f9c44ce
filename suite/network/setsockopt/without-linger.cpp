// Without SO_LINGER close does not wait, and written data still arrives.
// Covers: setsockopt SO_LINGER, off
// Covers: close SO_LINGER, off
#include "suite/network/setsockopt/room.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const linger off = {0, 100};
  report("setsockopt", sys::setsockopt(pair.first, SOL_SOCKET, SO_LINGER, &off, sizeof(off)));
  report("written", taken(pair.first));
  report("close", sys::close(pair.first.release()));
  report("received", received_until_the_end(pair.second));
}
