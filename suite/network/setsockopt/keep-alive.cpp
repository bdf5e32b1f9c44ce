// With SO_KEEPALIVE a connection on which nothing comes for TCP_KEEPIDLE seconds sends a message that the other end
// answers, and lives on. Without it nothing is sent.
// Covers: setsockopt SO_KEEPALIVE, TCP_KEEPIDLE
#include "suite/network/arrivals.h"

void test() {
  const int on = 1, second = 1;
  SocketPair silent = setup::tcp_pair(), alive = setup::tcp_pair();
  setup::set_option(silent.first, SOL_TCP, TCP_KEEPIDLE, second);
  report("TCP_KEEPIDLE", sys::setsockopt(alive.first, SOL_TCP, TCP_KEEPIDLE, &second, sizeof(second)));
  const uint32_t sent = tcp_info(alive.first).segs_out, came = tcp_info(alive.first).segs_in;
  const uint32_t silent_sent = tcp_info(silent.first).segs_out;
  const timespec begun = setup::now();
  report("SO_KEEPALIVE", sys::setsockopt(alive.first, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on)));
  in_time([&] { return Result{tcp_info(alive.first).segs_in}; },
          [=](Result segments) { return segments.value != came; });
  report("segments that have come, compared with before", compared(tcp_info(alive.first).segs_in, came));
  report("milliseconds until the answer, compared with 900", compared(milliseconds_since(begun), int64_t{900}));
  report("messages sent, compared with none", compared(tcp_info(alive.first).segs_out, sent));
  report("messages sent without it", tcp_info(silent.first).segs_out - silent_sent);
  setup::write_all(alive.second, "x");
  char byte;
  report("recvfrom", sys::recvfrom(alive.first, &byte, 1, 0, nullptr, nullptr));
}
