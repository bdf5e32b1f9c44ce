// TCP_LINGER2 is how many seconds the kernel keeps a connection, and its port, that its process has closed and the
// other end has not. With -1 it keeps nothing and resets the connection.
// Covers: setsockopt TCP_LINGER2
#include "suite/network/arrivals.h"

namespace {

void await_error(int socket) {
  pollfd entry = {socket, 0, 0};
  setup::require_count("poll", sys::poll(&entry, 1, 10000), 1);
}
void report_poll(const char *name, int socket, int16_t events) {
  pollfd entry = {socket, events, 0};
  report(name, sys::poll(&entry, 1, 10000));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint32_t>(entry.revents)});
}

} // namespace

void test() {
  SocketPair reset = setup::tcp_pair(), kept = setup::tcp_pair();
  const int none = -1, seconds = 2;
  report("TCP_LINGER2 -1", sys::setsockopt(reset.first, SOL_TCP, TCP_LINGER2, &none, sizeof(none)));
  reset.first.reset();
  await_error(reset.second);
  report_poll("poll of the other end", reset.second, 0);
  report("TCP_LINGER2 2", sys::setsockopt(kept.first, SOL_TCP, TCP_LINGER2, &seconds, sizeof(seconds)));
  const sockaddr_in address = setup::own_address(kept.first);
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  auto bind = [&] { return sys::bind(socket, &address, sizeof(address)); };
  const timespec begun = setup::now();
  kept.first.reset();
  report("bind to the port", bind());
  report_poll("poll of the other end", kept.second, POLLRDHUP);
  report("bind in the end", in_time(bind, [](Result bound) { return bound.ok(); }));
  report("milliseconds until then, compared with 1900", compared(milliseconds_since(begun), int64_t{1900}));
}
