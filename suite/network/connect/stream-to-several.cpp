// A stream cannot be connected to a broadcast or a multicast address. A datagram socket can.
// Covers: connect ENETUNREACH, broadcast address, multicast address
// REQUIRES: namespaces
#include "suite/network/addresses.h"

void test() {
  const sockaddr_in group = {AF_INET, __builtin_bswap16(9), __builtin_bswap32(0xef010203), {}};     // 239.1.2.3
  const sockaddr_in broadcast = {AF_INET, __builtin_bswap16(9), __builtin_bswap32(0x7fffffff), {}}; // 127.255.255.255
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    auto socket = [=] {
      Fd socket = bound_socket(type, loopback_host(1));
      const int on = 1;
      setup::set_option(socket, SOL_SOCKET, SO_BROADCAST, on);
      return socket;
    };
    const Choice name = {abi::sets::socket_type, type};
    report(label(name, " to a group"), sys::connect(socket(), &group, sizeof(group)));
    report(label(name, " to all"), sys::connect(socket(), &broadcast, sizeof(broadcast)));
  }
}
