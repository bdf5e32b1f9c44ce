// SO_REUSEADDR lets two UDP sockets have one address, if both have it. Without it the
// second is refused.
// Covers: setsockopt SO_REUSEADDR
#include "wali/test.h"

void test() {
  const int off = 0, on = 1;
  Fd first = setup::socket(AF_INET, SOCK_DGRAM), second = setup::socket(AF_INET, SOCK_DGRAM);
  report("SO_REUSEADDR of the first", sys::setsockopt(first, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  setup::bind(first, setup::loopback(0));
  const sockaddr_in address = setup::own_address(first);
  report("bind of the second", sys::bind(second, &address, sizeof(address)));
  report("SO_REUSEADDR of the second", sys::setsockopt(second, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  report("bind of the second", sys::bind(second, &address, sizeof(address)));
  Fd third = setup::socket(AF_INET, SOCK_DGRAM);
  report("SO_REUSEADDR of the first, off", sys::setsockopt(first, SOL_SOCKET, SO_REUSEADDR, &off, sizeof(off)));
  report("SO_REUSEADDR of the third", sys::setsockopt(third, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)));
  report("bind of the third", sys::bind(third, &address, sizeof(address)));
}
