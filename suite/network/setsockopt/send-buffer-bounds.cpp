// SO_SNDBUF limits what a local stream and a TCP socket send while nobody receives.
// Covers: setsockopt SO_SNDBUF
#include "suite/network/setsockopt/room.h"

namespace {

int taken_with(SocketPair pair, int size) {
  setup::set_option(pair.first, SOL_SOCKET, SO_SNDBUF, size);
  return taken(pair.first);
}
SocketPair tcp_pair_with_little_room() {
  Fd listener = setup::socket(AF_INET, SOCK_STREAM), client = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(listener, SOL_SOCKET, SO_RCVBUF, 4000);
  setup::bind(listener, setup::loopback(0));
  setup::listen(listener);
  setup::connect(client, setup::own_address(listener));
  return {static_cast<Fd &&>(client), setup::accept(listener)};
}

} // namespace

void test() {
  const int few = taken_with(setup::socketpair(), 5000), more = taken_with(setup::socketpair(), 50000);
  report("local stream, with 5000 bytes, compared with none", compared(few, 0));
  report("local stream, with 5000 bytes, compared with twice that", compared(few, 10001));
  report("local stream, with 50000 bytes, compared with 5000", compared(more, few));
  const int few_by_tcp = taken_with(tcp_pair_with_little_room(), 5000),
            more_by_tcp = taken_with(tcp_pair_with_little_room(), 100000);
  report("TCP, with 5000 bytes, compared with none", compared(few_by_tcp, 0));
  report("TCP, with 100000 bytes, compared with 5000", compared(more_by_tcp, few_by_tcp));
}
