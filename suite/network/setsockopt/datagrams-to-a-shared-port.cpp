// A datagram to a port that UDP sockets share by SO_REUSEPORT goes to one of them, to the same for each sender, and
// each of them gets some.
// Covers: setsockopt SO_REUSEPORT of UDP sockets
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/shared_port.h"

namespace {

// What came from each sender, by the byte that it sends.
struct Received {
  int from[100] = {};
  int senders = 0, datagrams = 0;
};
void receive(int socket, Received &all) {
  uint8_t sender;
  while (sys::recvfrom(socket, &sender, 1, MSG_DONTWAIT, nullptr, nullptr).ok()) {
    all.senders += ++all.from[sender] == 1;
    ++all.datagrams;
  }
}

} // namespace

void test() {
  Fd first = sharing(SOCK_DGRAM, setup::loopback(0)), second = sharing(SOCK_DGRAM, setup::own_address(first));
  for (uint8_t sender = 0; sender < 100; ++sender) {
    setup::Bound socket = setup::udp_socket();
    setup::connect(socket.socket, setup::own_address(first));
    for (int sent = 0; sent < 2; ++sent)
      setup::require_value("write", sys::write(socket.socket, &sender, 1), 1);
  }
  Received by_first, by_second;
  for (int round = 0; round < 200 && by_first.datagrams + by_second.datagrams < 200; ++round) {
    await_arrival(first, second);
    receive(first, by_first);
    receive(second, by_second);
  }
  report("senders of the first, compared with none", compared(by_first.senders, 0));
  report("senders of the second, compared with none", compared(by_second.senders, 0));
  int twice = 0;
  for (int sender = 0; sender < 100; ++sender)
    twice += (by_first.from[sender] == 2) + (by_second.from[sender] == 2);
  report("senders of both", by_first.senders + by_second.senders);
  report("senders of which one socket got two", twice);
}
