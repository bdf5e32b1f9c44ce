// Local datagrams arrive in their order, and none is lost. A sender waits while the receiver's queue is full.
// Covers: sendto AF_UNIX, SOCK_DGRAM, full queue
#include "suite/network/addresses.h"

namespace {

constexpr int count = 2000; // more than any queue holds

} // namespace

void test() {
  const Local address = path("receiver");
  Fd receiver = local_socket(SOCK_DGRAM, address);
  Child sender = setup::fork([&] {
    Fd socket = setup::socket(AF_UNIX, SOCK_DGRAM);
    for (int i = 0; i < count; ++i)
      setup::require_value("sendto", sys::sendto(socket, &i, sizeof(i), 0, &address.address, address.size), sizeof(i));
  });
  int received = 0, in_order = 0;
  for (; received < count; ++received) {
    int number = -1;
    setup::require_value("recvfrom", sys::recvfrom(receiver, &number, sizeof(number), 0, nullptr, nullptr),
                         sizeof(number));
    in_order += number == received;
  }
  report("in order", in_order);
  report("sender", sender.wait());
  char byte;
  report("recvfrom of more", sys::recvfrom(receiver, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
}
