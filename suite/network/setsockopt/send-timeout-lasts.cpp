// A send whose SO_SNDTIMEO has passed returns what it has sent until then, or EAGAIN if that is nothing. It does not
// end before its time.
// Covers: setsockopt SO_SNDTIMEO
// Covers: sendto SO_SNDTIMEO
#include "suite/network/setsockopt/room.h"

void test() {
  constexpr size_t size = 100000;
  const uint8_t *bytes = setup::map(size);
  SocketPair pair = setup::socketpair();
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, 20000);
  report("SO_SNDTIMEO", sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDTIMEO, &soon, sizeof(soon)));
  report_waited("sendto", [&] { return sys::sendto(pair.first, bytes, size, 0, nullptr, 0); });
  int waiting = 0;
  setup::require_zero("ioctl", sys::ioctl(pair.second, FIONREAD, &waiting));
  report("bytes that have come", waiting);
  report("compared with none", compared(waiting, 0));
  taken(pair.first);
  report_waited("sendto without room", [&] { return sys::sendto(pair.first, bytes, 1, 0, nullptr, 0); });
}
