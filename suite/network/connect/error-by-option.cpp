// SO_ERROR returns the result of a nonblocking connect, 0 or the error, and clears the error. poll reports POLLOUT
// for either result, and POLLERR for a failure until SO_ERROR is read.
// Covers: connect EINPROGRESS, ECONNREFUSED
// Covers: getsockopt SO_ERROR
#include "wali/test.h"

namespace {

void report_poll(int socket) {
  pollfd entry = {socket, POLLIN | POLLOUT, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

void report_connect(const char *name, const sockaddr_in &to) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  report(name, sys::connect(socket, &to, sizeof(to)));
  report_poll(socket);
  for (const char *when : {"SO_ERROR", "SO_ERROR again"}) {
    int error = 1;
    uint32_t size = sizeof(error);
    setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size));
    report(when, Result{-int64_t{error}});
  }
  report_poll(socket);
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  report_connect("to a listener", listener.address);
  report_connect("to nobody", setup::loopback(1));
}
