// A send without room ends by SO_SNDTIMEO with EAGAIN, and not by a signal that comes much later and would end it with
// EINTR.
// Covers: setsockopt SO_SNDTIMEO
// Covers: sendto EAGAIN, SO_SNDTIMEO
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  report("SO_SNDTIMEO of setsockopt", sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDTIMEO, &soon, sizeof(soon)));
  setup::on_signal(SIGALRM, [](int) {});
  const itimerval late = {{}, {3, 0}};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &late, nullptr));
  report("sendto", sys::sendto(pair.first, "x", 1, 0, nullptr, 0));
}
