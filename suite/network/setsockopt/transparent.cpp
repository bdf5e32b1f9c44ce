// IP_TRANSPARENT needs privilege. It lets a socket bind an address that is not the machine's, and send from it.
// Covers: setsockopt IP_TRANSPARENT, EPERM
// REQUIRES: root, namespaces
#include "suite/network/arrivals.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM), other = setup::socket(AF_INET, SOCK_DGRAM);
  const sockaddr_in foreign = {AF_INET, __builtin_bswap16(7), __builtin_bswap32(0xc0000201), {}}; // 192.0.2.1
  const int on = 1, off = 0;
  report("bind without it", sys::bind(socket, &foreign, sizeof(foreign)));
  report("IP_TRANSPARENT", sys::setsockopt(socket, SOL_IP, IP_TRANSPARENT, &on, sizeof(on)));
  report("bind", sys::bind(socket, &foreign, sizeof(foreign)));
  send_from(socket, "x", receiver.address);
  await_arrival(receiver.socket);
  char byte;
  sockaddr_in from = {};
  uint32_t size = sizeof(from);
  report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, MSG_DONTWAIT, &from, &size));
  report("from", from);
  setup::become_ordinary();
  report("IP_TRANSPARENT without privilege", sys::setsockopt(other, SOL_IP, IP_TRANSPARENT, &on, sizeof(on)));
  report("IP_TRANSPARENT of 0 without privilege", sys::setsockopt(other, SOL_IP, IP_TRANSPARENT, &off, sizeof(off)));
}
