// On a nonblocking local socket connect fails with EAGAIN while the queue of the listener is
// full. When there is room again it succeeds.
// Covers: connect EAGAIN, AF_UNIX
#include "wali/test.h"

void test() {
  const sockaddr_un address = {AF_UNIX, "listener"};
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener, 0); // one connection waits, no second
  Fd first = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  Fd second = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  report("connect", sys::connect(first, &address, sizeof(address)));
  report("connect with a full queue", sys::connect(second, &address, sizeof(address)));
  Fd accepted = setup::accept(listener);
  report("connect with room again", sys::connect(second, &address, sizeof(address)));
}
