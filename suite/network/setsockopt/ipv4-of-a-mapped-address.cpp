// IPV6_ADDRFORM makes an IPv4 socket of one that is connected to a mapped address. One that is not connected, or to
// another address, stays as it is.
// Covers: setsockopt IPV6_ADDRFORM, ENOTCONN, EADDRNOTAVAIL
// REQUIRES: ipv6
#include "suite/network/setsockopt/datagrams6.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  Fd socket = setup::socket(AF_INET6, SOCK_DGRAM), other = setup::socket(AF_INET6, SOCK_DGRAM);
  const int four = AF_INET;
  report("not connected", sys::setsockopt(socket, SOL_IPV6, IPV6_ADDRFORM, &four, sizeof(four)));
  setup::connect(other, loopback6(9));
  report("connected to ::1", sys::setsockopt(other, SOL_IPV6, IPV6_ADDRFORM, &four, sizeof(four)));
  setup::connect(socket, mapped(receiver.address));
  report("connected to a mapped address", sys::setsockopt(socket, SOL_IPV6, IPV6_ADDRFORM, &four, sizeof(four)));
  report("domain", Choice{abi::sets::address_family, told<int>(socket, SOL_SOCKET, SO_DOMAIN)});
  report("own address", setup::own_address(socket));
  setup::write_all(socket, "x");
  await_arrival(receiver.socket);
  char byte;
  sockaddr_in from = {};
  uint32_t size = sizeof(from);
  report("recvfrom", sys::recvfrom(receiver.socket, &byte, 1, MSG_DONTWAIT, &from, &size));
  report("from", from);
}
