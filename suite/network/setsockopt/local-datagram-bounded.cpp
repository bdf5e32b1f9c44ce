// SO_SNDBUF limits the size of a local datagram to some bytes less than the value that getsockopt returns. SO_RCVBUF
// of the receiver does not limit it.
// Covers: setsockopt SO_SNDBUF, SO_RCVBUF of local datagrams
// Covers: sendto EMSGSIZE
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  setup::set_option(pair.second, SOL_SOCKET, SO_RCVBUF, 0);
  static char bytes[40000];
  for (int size : {5000, 20000}) {
    report(label("SO_SNDBUF ", size), sys::setsockopt(pair.first, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size)));
    report("as many bytes as it tells", sys::sendto(pair.first, bytes, 2 * size, MSG_DONTWAIT, nullptr, 0));
    report("100 bytes less", sys::sendto(pair.first, bytes, 2 * size - 100, MSG_DONTWAIT, nullptr, 0));
    report("received", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  }
}
