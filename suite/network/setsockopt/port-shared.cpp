// With SO_REUSEPORT several UDP sockets of one user bind one port, if all of them have it.
// Covers: setsockopt SO_REUSEPORT
#include "wali/test.h"

void test() {
  const int on = 1;
  Fd first = setup::socket(AF_INET, SOCK_DGRAM), second = setup::socket(AF_INET, SOCK_DGRAM),
     third = setup::socket(AF_INET, SOCK_DGRAM);
  report("SO_REUSEPORT", sys::setsockopt(first, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)));
  report("SO_REUSEPORT", sys::setsockopt(second, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)));
  setup::bind(first, setup::loopback(0));
  const sockaddr_in address = setup::own_address(first);
  report("bind", sys::bind(second, &address, sizeof(address)));
  report("bind without it", sys::bind(third, &address, sizeof(address)));
}
