// With IP_RECVORIGDSTADDR a datagram comes with the address and port that it was sent to.
// Covers: setsockopt IP_RECVORIGDSTADDR
#include "suite/network/arrivals.h"

void test() {
  Fd receiver = setup::socket(AF_INET, SOCK_DGRAM), sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::bind(receiver, sockaddr_in{AF_INET, 0, 0, {}});
  const int on = 1;
  report("IP_RECVORIGDSTADDR", sys::setsockopt(receiver, SOL_IP, IP_RECVORIGDSTADDR, &on, sizeof(on)));
  sockaddr_in to = setup::own_address(receiver);
  report("bound to", to);
  to.sin_addr = host(9);
  send_from(sender, "x", to);
  await_arrival(receiver);
  char byte;
  Control<sockaddr_in> along = {};
  report("recvmsg", sys::recvmsg(receiver, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
  report("length", along.header.cmsg_len);
  report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
  report("type", along.header.cmsg_type);
  report("sent to", along.value);
}
