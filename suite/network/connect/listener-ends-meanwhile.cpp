// A connection that waits for room in the queue of a TCP listener is refused when the listener is shut down or
// closed, because the kernel tries again and nobody listens.
// Covers: connect EINPROGRESS, ECONNREFUSED
// Covers: recvfrom ECONNREFUSED
#include "wali/test.h"

namespace {

// A listener whose queue is full, and a socket that is connecting to it.
struct Connecting {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(listener), socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);

  Connecting() {
    pollfd waiting = {listener.socket, POLLIN, 0};
    setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
    report("connect", sys::connect(socket, &listener.address, sizeof(listener.address)));
  }
  void report_end() const {
    pollfd entry = {socket, 0, 0};
    report("poll", sys::poll(&entry, 1, 10000));
    report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
    char byte;
    report("recvfrom", sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr));
  }
};

} // namespace

void test() {
  Connecting to_shut, to_closed;
  setup::require_zero("shutdown", sys::shutdown(to_shut.listener.socket, SHUT_RD));
  to_closed.listener.socket.reset();
  to_shut.report_end();
  to_closed.report_end();
}
