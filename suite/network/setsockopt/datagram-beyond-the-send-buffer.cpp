// A UDP datagram may be longer than SO_SNDBUF if nothing else of the socket waits to be sent.
// Covers: setsockopt SO_SNDBUF of UDP sockets
#include "suite/network/options.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  Fd sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(sender, receiver.address);
  setup::set_option(sender, SOL_SOCKET, SO_SNDBUF, 1);
  static char bytes[20000];
  report("SO_SNDBUF, compared with 20000", compared(told<int>(sender, SOL_SOCKET, SO_SNDBUF), 20000));
  report("sendto", sys::sendto(sender, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, 0));
  report("recvfrom", sys::recvfrom(receiver.socket, bytes, sizeof(bytes), 0, nullptr, nullptr));
}
