// When UDP sockets share an address by SO_REUSEADDR alone, the one that bound last receives what is sent there. When
// it is closed, the one before it does.
// Covers: setsockopt SO_REUSEADDR of UDP sockets
#include "suite/network/arrivals.h"

namespace {

Fd bound_again(const sockaddr_in &address) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(socket, SOL_SOCKET, SO_REUSEADDR, 1);
  setup::bind(socket, address);
  return socket;
}

} // namespace

void test() {
  Fd first = bound_again(setup::loopback(0));
  const sockaddr_in address = setup::own_address(first);
  Fd second = bound_again(address), third = bound_again(address);
  for (Text message : {Text("one"), Text("two")}) // each from another port
    send_from(setup::socket(AF_INET, SOCK_DGRAM), message, address);
  report_next("recvfrom of the third", third);
  report_next("recvfrom of the third", third);
  third.reset();
  send_from(setup::socket(AF_INET, SOCK_DGRAM), "three", address);
  report_next("recvfrom of the second", second);
  report_received("recvfrom of the first", first);
}
