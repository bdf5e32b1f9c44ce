// TCP_LINGER2 is how many seconds the kernel keeps a connection that its process has closed and the other end has not:
// its port is taken as long. With -1 it keeps nothing, and resets the connection.
// Covers: setsockopt TCP_LINGER2
#include "suite/network/options.h"

namespace {

void report_poll(const char *name, int socket, int16_t events) {
  pollfd entry = {socket, events, 0};
  report(name, sys::poll(&entry, 1, 10000));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint32_t>(entry.revents)});
}

} // namespace

void test() {
  SocketPair reset = setup::tcp_pair(), kept = setup::tcp_pair();
  const int none = -1, second = 1;
  report("TCP_LINGER2 -1", sys::setsockopt(reset.first, SOL_TCP, TCP_LINGER2, &none, sizeof(none)));
  reset.first.reset();
  report_poll("poll of the other end", reset.second, 0);
  report("TCP_LINGER2 1", sys::setsockopt(kept.first, SOL_TCP, TCP_LINGER2, &second, sizeof(second)));
  const sockaddr_in address = setup::own_address(kept.first);
  const timespec begun = setup::now();
  kept.first.reset();
  report_poll("poll of the other end", kept.second, POLLRDHUP);
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  Result bound = sys::bind(socket, &address, sizeof(address));
  report("bind to the port", bound);
  for (int tries = 0; tries < 1000 && !bound.ok(); ++tries) {
    setup::sleep_ms(10);
    bound = sys::bind(socket, &address, sizeof(address));
  }
  report("bind in the end", bound);
  report("milliseconds until then, compared with 900", compared(milliseconds_since(begun), int64_t{900}));
}
