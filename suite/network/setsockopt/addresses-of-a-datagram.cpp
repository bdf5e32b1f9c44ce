// With IP_PKTINFO a datagram comes with its local address and the address that it was sent to. They differ when the
// latter is a broadcast address.
// Covers: setsockopt IP_PKTINFO
// REQUIRES: namespaces
#include "suite/network/arrivals.h"

void test() {
  Fd receiver = setup::socket(AF_INET, SOCK_DGRAM), sender = setup::socket(AF_INET, SOCK_DGRAM);
  setup::bind(receiver, sockaddr_in{AF_INET, 0, 0, {}});
  setup::set_option(sender, SOL_SOCKET, SO_BROADCAST, 1);
  const int on = 1;
  report("IP_PKTINFO", sys::setsockopt(receiver, SOL_IP, IP_PKTINFO, &on, sizeof(on)));
  sockaddr_in to = setup::own_address(receiver);
  for (uint32_t address : {host(1), host(9), __builtin_bswap32(0x7fffffff)}) { // 127.255.255.255
    to.sin_addr = address;
    send_from(sender, "x", to);
    await_arrival(receiver);
    char byte;
    struct Info {
      int index;
      uint32_t local, destination;
    };
    Control<Info> along = {};
    report("recvmsg", sys::recvmsg(receiver, Message(&byte, 1).with_control(along), MSG_DONTWAIT));
    report("length", along.header.cmsg_len);
    report("interface", along.value.index);
    report("local address", Hex{__builtin_bswap32(along.value.local)});
    report("sent to", Hex{__builtin_bswap32(along.value.destination)});
  }
}
