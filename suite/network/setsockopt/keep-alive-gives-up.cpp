// When TCP_KEEPCNT messages of SO_KEEPALIVE, TCP_KEEPINTVL seconds apart, have no answer, the connection ends with
// ETIMEDOUT.
// Covers: setsockopt TCP_KEEPCNT, TCP_KEEPINTVL, TCP_KEEPIDLE
// Covers: recvfrom ETIMEDOUT
// REQUIRES: root || ns-root, namespaces
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  silence(pair.second);
  const int one = 1;
  for (int option : {TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT})
    report(label(Choice{abi::sets::tcp_option, option}),
           sys::setsockopt(pair.first, SOL_TCP, option, &one, sizeof(one)));
  const uint32_t sent = tcp_info(pair.first).segs_out;
  const timespec begun = setup::now();
  setup::set_option(pair.first, SOL_SOCKET, SO_KEEPALIVE, one);
  setup::set_option(pair.first, SOL_SOCKET, SO_RCVTIMEO, timeval{20, 0}); // ends the wait where nothing else does
  char byte;
  report("recvfrom", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
  report("milliseconds, compared with 1800", compared(milliseconds_since(begun), int64_t{1800}));
  report("messages sent, compared with none", compared(tcp_info(pair.first).segs_out, sent));
  report("recvfrom again", sys::recvfrom(pair.first, &byte, 1, 0, nullptr, nullptr));
}
