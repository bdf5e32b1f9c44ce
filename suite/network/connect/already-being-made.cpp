// While the queue of a TCP listener is full, no further connection is made. A second connect
// on the same nonblocking socket fails with EALREADY.
// Covers: connect EALREADY, EINPROGRESS
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(listener);
  pollfd entry = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  Fd next = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  report("connect with a full queue", sys::connect(next, &listener.address, 16));
  report("connect again", sys::connect(next, &listener.address, 16));
  pollfd made = {next, POLLOUT, 0};
  report("poll", sys::poll(&made, 1, 0));
}
