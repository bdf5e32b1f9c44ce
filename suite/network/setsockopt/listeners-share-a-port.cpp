// With SO_REUSEPORT several TCP sockets listen at one port, and each of them gets some of its connections. Those that
// come after one is closed go to the other.
// Covers: setsockopt SO_REUSEPORT of listeners
#include "suite/network/arrivals.h"
#include "suite/network/setsockopt/shared_port.h"

namespace {

// How many connections each of two listeners has of `all`.
struct Accepted {
  int by_first = 0, by_second = 0;
};
Accepted accepted(int first, int second, int all) {
  Accepted count;
  for (int round = 0; round < all && count.by_first + count.by_second < all; ++round) {
    await_arrival(first, second);
    for (; sys::close(sys::accept(first, nullptr, nullptr).fd()).ok(); ++count.by_first) {
    }
    for (; sys::close(sys::accept(second, nullptr, nullptr).fd()).ok(); ++count.by_second) {
    }
  }
  return count;
}
void connect_all(Fd (&clients)[100], const sockaddr_in &address) {
  for (Fd &client : clients) {
    client = setup::socket(AF_INET, SOCK_STREAM);
    setup::connect(client, address);
  }
}

} // namespace

void test() {
  const sockaddr_in free = setup::loopback(0);
  Fd first = sharing(SOCK_STREAM, free), second = sharing(SOCK_STREAM, setup::own_address(first));
  const sockaddr_in address = setup::own_address(first);
  for (const Fd *listener : {&first, &second}) {
    report("listen", sys::listen(*listener, 200));
    setup::set_status_flags(*listener, O_NONBLOCK);
  }
  Fd clients[100];
  connect_all(clients, address);
  const Accepted count = accepted(first, second, 100);
  report("by the first, compared with none", compared(count.by_first, 0));
  report("by the second, compared with none", compared(count.by_second, 0));
  report("by both", count.by_first + count.by_second);
  first.reset();
  connect_all(clients, address);
  report("by the second alone", accepted(-1, second, 100).by_second);
}
