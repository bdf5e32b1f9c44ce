// With SO_RCVLOWAT a receive waits until so many bytes are there. With fewer its time limit passes, and then it
// gives what there is.
// Covers: setsockopt SO_RCVLOWAT, SO_RCVTIMEO
#include "suite/network/arrivals.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const int three = 3;
  setup::write_all(pair.first, "ab");
  await_arrival(pair.second);
  report("SO_RCVLOWAT", sys::setsockopt(pair.second, SOL_SOCKET, SO_RCVLOWAT, &three, sizeof(three)));
  setup::set_option(pair.second, SOL_SOCKET, SO_RCVTIMEO, soon);
  char bytes[8] = {};
  report_waited("with two bytes",
                [&] { return sys::recvfrom(pair.second, bytes, sizeof(bytes), 0, nullptr, nullptr); });
  report("bytes", Text(bytes));
  setup::set_option(pair.second, SOL_SOCKET, SO_RCVTIMEO, timeval{0, 0});
  setup::write_all(pair.first, "cde");
  report("with three bytes", sys::recvfrom(pair.second, bytes, sizeof(bytes), 0, nullptr, nullptr));
}
