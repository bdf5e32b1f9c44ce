// TCP_MAXSEG before connect limits the segments of both ends, because its own socket keeps to it and announces it to
// the peer.
// Covers: setsockopt TCP_MAXSEG
#include "wali/test.h"

namespace {

// The bytes of data that a segment of this end holds: tcpi_snd_mss of linux/tcp.h.
uint32_t segment_size(int socket) {
  uint32_t info[5] = {}, size = sizeof(info);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_TCP, TCP_INFO, info, &size));
  return info[4];
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  const int most = 500;
  report("TCP_MAXSEG", sys::setsockopt(client, SOL_TCP, TCP_MAXSEG, &most, sizeof(most)));
  setup::connect(client, listener.address);
  Fd accepted = setup::accept(listener.socket);
  // The options of every segment take some bytes of it.
  report("own segments compared with 501 bytes", compared(segment_size(client), 501u));
  report("the peer's segments compared with 501 bytes", compared(segment_size(accepted), 501u));
}
