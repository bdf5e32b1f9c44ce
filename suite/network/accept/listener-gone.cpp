// When a listener is closed, the connections that wait to be accepted are reset.
// Covers: accept closed listener
// Covers: recvfrom ECONNRESET
#include "suite/network/addresses.h"

namespace {

void report_client(const char *name, int client) {
  pollfd entry = {client, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  char byte;
  report(label(name, ": recvfrom"), sys::recvfrom(client, &byte, 1, 0, nullptr, nullptr));
  report("recvfrom again", sys::recvfrom(client, &byte, 1, 0, nullptr, nullptr));
}

} // namespace

void test() {
  setup::Listener tcp = setup::tcp_listener();
  Fd first = setup::caller(tcp);
  pollfd waiting = {tcp.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
  tcp.socket.reset();
  report_client("TCP", first);
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address), second = local_caller(SOCK_STREAM, address);
  listener.reset();
  report_client("local", second);
}
