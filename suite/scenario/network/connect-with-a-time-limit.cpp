// A client connects without waiting and gives each connection a time limit. One is made, one is refused, and one is
// not answered until the limit has passed. Tried again when the server has room, that one is made too.
// Covers: network connect EINPROGRESS, poll, SO_ERROR, accept
#include "suite/scenario/clock.h"

namespace {

constexpr int limit = 150; // milliseconds

struct Attempt {
  Fd socket;
  Result connected, polled;
  int revents, error;
  int64_t waited; // nanoseconds
};

Attempt attempt(const sockaddr_in &address, int milliseconds) {
  Attempt made = {setup::socket(AF_INET, SOCK_STREAM), {}, {}, 0, -1, nanoseconds()};
  int nonblocking = 1;
  setup::require_zero("ioctl FIONBIO", sys::ioctl(made.socket, FIONBIO, &nonblocking));
  made.connected = sys::connect(made.socket, &address, sizeof(address));
  pollfd wanted = {made.socket, POLLOUT, 0};
  made.polled = sys::poll(&wanted, 1, milliseconds);
  made.waited = nanoseconds() - made.waited;
  made.revents = wanted.revents;
  uint32_t size = sizeof(made.error);
  setup::require_zero("getsockopt", sys::getsockopt(made.socket, SOL_SOCKET, SO_ERROR, &made.error, &size));
  return made;
}

void report_attempt(const char *name, const Attempt &made) {
  report(name, made.connected);
  report("poll", made.polled);
  report("revents", Flags{abi::sets::poll_events, static_cast<uint64_t>(made.revents)});
  report("SO_ERROR", Result{-made.error});
}

// The port of a listener that is closed.
sockaddr_in nobody() { return setup::tcp_listener().address; }

// A client whom the busy server does not answer, and who gives up.
void be_late(const sockaddr_in &address) {
  const Attempt late = attempt(address, limit);
  report_attempt("connect to the server that is busy", late);
  report("waited against its limit", compared(late.waited, limit * ms));
  report("write", sys::sendto(late.socket, "late", 4, MSG_NOSIGNAL, nullptr, 0));
}

// The connection that waits longest, and what comes over it.
void report_next(int listener) {
  Fd accepted = setup::accept(listener);
  char bytes[5] = {};
  report("recvfrom", sys::recvfrom(accepted, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr));
  report("bytes", Text(bytes, sizeof(bytes)));
}

} // namespace

void test() {
  // With this backlog one connection waits to be accepted, and a second one gets no answer.
  setup::Listener server = setup::tcp_listener(0);
  const Attempt first = attempt(server.address, -1);
  report_attempt("connect to the server", first);
  setup::write_all(first.socket, "first");
  report_attempt("connect to nobody", attempt(nobody(), -1));
  be_late(server.address);
  report_next(server.socket);
  const Attempt again = attempt(server.address, -1);
  report_attempt("connect once more", again);
  setup::write_all(again.socket, "again");
  report_next(server.socket);
}
