// With SO_REUSEPORT several sockets listen at one port. Each connection comes to one of them, and
// when all but one are closed, to that one.
// Covers: listen SO_REUSEPORT
#include "wali/test.h"

namespace {

Fd listener_at(const sockaddr_in &address) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  const int on = 1;
  setup::set_option(socket, SOL_SOCKET, SO_REUSEPORT, on);
  setup::bind(socket, address);
  report("listen", sys::listen(socket, 16));
  return socket;
}

// How many of the connections a listener gets.
int taken(int listener) {
  int count = 0;
  for (Result next = sys::accept(listener, nullptr, nullptr); next.ok(); next = sys::accept(listener, nullptr, nullptr))
    count += sys::close(next.fd()).ok();
  return count;
}

} // namespace

void test() {
  Fd first = listener_at(setup::loopback(0));
  const sockaddr_in address = setup::own_address(first);
  Fd second = listener_at(address), clients[8];
  for (Fd &client : clients) {
    client = setup::socket(AF_INET, SOCK_STREAM);
    setup::connect(client, address);
    pollfd entries[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    setup::require_count("poll", sys::poll(entries, 2, -1), 2);
  }
  int all = 0;
  setup::await(
      "accept", [&] { return Result{all += taken(first) + taken(second)}; },
      [](Result count) { return count.value >= 8; });
  report("connections of both", all);
  first.reset();
  for (Fd &client : clients) {
    client = setup::socket(AF_INET, SOCK_STREAM);
    setup::connect(client, address);
  }
  all = 0;
  setup::await("accept", [&] { return Result{all += taken(second)}; }, [](Result count) { return count.value >= 8; });
  report("connections of the one that is left", all);
}
