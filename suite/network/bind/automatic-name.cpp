// With an address length of two a local socket gets an abstract name of five hexadecimal digits. Each socket gets a
// name of its own and can be reached there.
// Covers: bind AF_UNIX, automatic name
#include "suite/network/addresses.h"

namespace {

LocalRoom bind_one(int socket) {
  const Local none;
  report("bind", sys::bind(socket, &none.address, none.size));
  LocalRoom own;
  setup::require_zero("getsockname", sys::getsockname(socket, &own.address, &own.size));
  report_local(own, 6);
  return own;
}

void report_sent(int from, LocalRoom &to, int receiver) {
  report("sendto", sys::sendto(from, "x", 1, 0, &to.address, to.size));
  char byte;
  LocalRoom sender;
  report("recvfrom", sys::recvfrom(receiver, &byte, 1, 0, &sender.address, &sender.size));
  report_local(sender, 6);
}

} // namespace

void test() {
  Fd first = setup::socket(AF_UNIX, SOCK_DGRAM), second = setup::socket(AF_UNIX, SOCK_DGRAM);
  LocalRoom name = bind_one(first), other = bind_one(second);
  report_sent(first, other, second);
  report_sent(second, name, first);
}
