// SO_SNDBUF may be less than what waits in the socket to be received. Then nothing is sent before enough has been
// received.
// Covers: setsockopt SO_SNDBUF
// Covers: sendto EAGAIN
#include "suite/network/setsockopt/room.h"

namespace {

void report_shrinking(const char *name, const SocketPair &pair) {
  static const char bytes[4000] = {};
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, 80000);
  for (int sent = 0; sent < 5; ++sent)
    setup::write_all(pair.first, Text(bytes, sizeof(bytes)));
  const int few = 5000;
  report(label("setsockopt, ", name), sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDBUF, &few, sizeof(few)));
  report("sendto", sys::sendto(pair.first, "x", 1, MSG_DONTWAIT, nullptr, 0));
  setup::set_status_flags(pair.second, O_NONBLOCK);
  setup::drain(pair.second);
  report("sendto, all received", sys::sendto(pair.first, "x", 1, MSG_DONTWAIT, nullptr, 0));
}

} // namespace

void test() {
  report_shrinking("stream", setup::socketpair());
  report_shrinking("packets", setup::socketpair(SOCK_SEQPACKET));
  report_shrinking("datagrams", setup::socketpair(SOCK_DGRAM));
}
