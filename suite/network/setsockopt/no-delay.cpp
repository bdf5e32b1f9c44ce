// A small write waits for the acknowledgement of the one before. With TCP_NODELAY it is sent at once, and setting the
// option also sends corked data.
// Covers: setsockopt TCP_NODELAY
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

namespace {

// Of eight bytes, written one by one to a peer that acknowledges nothing, how many have not been sent. Once the kernel
// sends again what was not acknowledged, it sends little else: then another connection has to show it.
uint32_t not_sent_with(int no_delay) {
  for (;;) {
    SocketPair pair = setup::tcp_pair();
    setup::set_option(pair.first, SOL_TCP, TCP_NODELAY, no_delay);
    silence(pair.second);
    for (int sent = 0; sent < 8; ++sent)
      setup::write_all(pair.first, "x");
    if (const TcpInfo info = tcp_info(pair.first); info.total_retrans == 0)
      return info.notsent_bytes;
  }
}

} // namespace

void test() {
  report("not sent without it", not_sent_with(0));
  report("not sent with it", not_sent_with(1));
  SocketPair pair = setup::tcp_pair();
  const int on = 1;
  setup::set_option(pair.first, SOL_TCP, TCP_CORK, on);
  setup::write_all(pair.first, "abc");
  report("TCP_NODELAY", sys::setsockopt(pair.first, SOL_TCP, TCP_NODELAY, &on, sizeof(on)));
  report("not sent of what is corked", tcp_info(pair.first).notsent_bytes);
}
