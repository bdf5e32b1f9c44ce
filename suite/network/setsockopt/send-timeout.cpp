// With SO_SNDTIMEO a send that waits for room fails with EAGAIN when the time has passed.
// Covers: setsockopt SO_SNDTIMEO
// Covers: sendto EAGAIN
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  report("SO_SNDTIMEO", sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDTIMEO, &soon, sizeof(soon)));
  report("sendto", sys::sendto(pair.first, "x", 1, 0, nullptr, 0));
}
