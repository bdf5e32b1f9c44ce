// A broadcast address can be reached only by a socket with SO_BROADCAST. connect, sendto and
// sendmsg refuse it otherwise.
// Covers: connect EACCES
// Covers: sendto EACCES
// Covers: sendmsg EACCES
// Covers: setsockopt SO_BROADCAST
// REQUIRES: namespaces
#include "suite/network/messages.h"

void test() {
  sockaddr_in all = setup::loopback(9);
  all.sin_addr = __builtin_bswap32(0x7fffffff); // 127.255.255.255
  for (int broadcast : {0, 1}) {
    auto socket = [=] {
      Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
      setup::set_option(socket, SOL_SOCKET, SO_BROADCAST, broadcast);
      return socket;
    };
    report(label("SO_BROADCAST ", broadcast, ": connect"), sys::connect(socket(), &all, sizeof(all)));
    for (const SendCall &call : send_calls)
      report(label("SO_BROADCAST ", broadcast, ": ", call.name), call.send(socket(), "x", 0, &all, sizeof(all)));
  }
}
