// At a TCP listener one connection more than the backlog waits to be accepted. The next one is not
// made.
// Covers: listen backlog, TCP
#include "wali/test.h"

namespace {

// How many connections wait for accept: of a listener, a field of Linux's tcp_info.
Result waiting(int listener) {
  constexpr size_t at = 24; // tcpi_unacked
  alignas(8) static char info[at + 4];
  uint32_t size = sizeof(info), count = 0;
  setup::require_zero("getsockopt", sys::getsockopt(listener, SOL_TCP, TCP_INFO, info, &size));
  __builtin_memcpy(&count, info + at, sizeof(count));
  return {count};
}

} // namespace

void test() {
  for (int backlog : {0, 1, 3}) {
    Fd listener = setup::socket(AF_INET, SOCK_STREAM);
    setup::bind(listener, setup::loopback(0));
    report(label("listen, backlog ", backlog), sys::listen(listener, backlog));
    const sockaddr_in address = setup::own_address(listener);
    Fd clients[5];
    for (int i = 0; i <= backlog; ++i) {
      clients[i] = setup::socket(AF_INET, SOCK_STREAM);
      report("connect", sys::connect(clients[i], &address, sizeof(address)));
      setup::await("TCP_INFO", [&] { return waiting(listener); }, [=](Result count) { return count.value == i + 1; });
    }
    Fd further = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    report("connect of one more", sys::connect(further, &address, sizeof(address)));
    pollfd entry = {further, POLLOUT, 0};
    report("poll of it", sys::poll(&entry, 1, 100));
  }
}
