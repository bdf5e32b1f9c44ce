// TCP_WINDOW_CLAMP is at least half of the least SO_RCVBUF. It is 0, without a bound, for a socket that has no
// connection alone.
// Covers: setsockopt TCP_WINDOW_CLAMP, EINVAL
#include "suite/network/setsockopt/bounds.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  Fd apart = setup::socket(AF_INET, SOCK_STREAM), least = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(least, SOL_SOCKET, SO_RCVBUF, 1);
  report("half of the least SO_RCVBUF", told<int>(least, SOL_SOCKET, SO_RCVBUF) / 2);
  for (int bytes : {1, 5000, 0})
    report_set("TCP_WINDOW_CLAMP", apart, SOL_TCP, TCP_WINDOW_CLAMP, bytes);
  for (int bytes : {5000, 1, 0})
    report_set("TCP_WINDOW_CLAMP of a connection", pair.first, SOL_TCP, TCP_WINDOW_CLAMP, bytes);
}
