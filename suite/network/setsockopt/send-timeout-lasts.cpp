// A send whose time by SO_SNDTIMEO is over gives what it has sent until then, and EAGAIN if that is nothing. It does
// not end before its time.
// Covers: setsockopt SO_SNDTIMEO
// Covers: sendto SO_SNDTIMEO
#include "suite/network/setsockopt/room.h"

namespace {

void report_send(const char *name, int socket, const uint8_t *bytes, size_t size) {
  const timespec begun = setup::now();
  report(name, sys::sendto(socket, bytes, size, 0, nullptr, 0));
  report("milliseconds that it waited, compared with 98", compared(milliseconds_since(begun), int64_t{98}));
}

} // namespace

void test() {
  constexpr size_t size = 100000;
  const uint8_t *bytes = setup::map(size);
  SocketPair pair = setup::socketpair();
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, 20000);
  const timeval limit = {0, 100000};
  report("SO_SNDTIMEO", sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit)));
  report_send("sendto", pair.first, bytes, size);
  int waiting = 0;
  setup::require_zero("ioctl", sys::ioctl(pair.second, FIONREAD, &waiting));
  report("bytes that have come", waiting);
  report("compared with none", compared(waiting, 0));
  taken(pair.first);
  report_send("sendto without room", pair.first, bytes, 1);
}
