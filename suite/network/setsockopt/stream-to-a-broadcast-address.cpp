// SO_BROADCAST has no effect on a stream, which does not connect to a broadcast address.
// Covers: setsockopt SO_BROADCAST of a stream
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  sockaddr_in all = setup::loopback(9);
  all.sin_addr = __builtin_bswap32(0x7fffffff); // 127.255.255.255
  for (int broadcast : {0, 1}) {
    Fd socket = setup::socket(AF_INET, SOCK_STREAM);
    report(label("SO_BROADCAST ", broadcast),
           sys::setsockopt(socket, SOL_SOCKET, SO_BROADCAST, &broadcast, sizeof(broadcast)));
    report("connect", sys::connect(socket, &all, sizeof(all)));
  }
}
