// On a nonblocking socket connect fails with EINPROGRESS, then with EALREADY, until the
// connection is made. While the queue of a listener is full it is not made, and a blocking
// connect fails in the end.
// Covers: connect EINPROGRESS, EALREADY, EISCONN, EAGAIN, ETIMEDOUT
#include "wali/test.h"

namespace {

Fd tcp_socket(int flags = 0) { return setup::socket(AF_INET, SOCK_STREAM | flags); }

Result connect_locally(const sockaddr_un &address, Fd &socket) {
  socket = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  return sys::connect(socket, &address, sizeof(address));
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener(0);
  Fd client = tcp_socket(SOCK_NONBLOCK);
  report("begun", sys::connect(client, &listener.address, 16));
  pollfd made = {client, POLLOUT, 0}, waits = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&made, 1, -1), 1);
  report("when it is made", sys::connect(client, &listener.address, 16));
  report("once more", sys::connect(client, &listener.address, 16));
  setup::require_value("poll", sys::poll(&waits, 1, -1), 1); // it is in the queue, which is full now
  Fd next = tcp_socket(SOCK_NONBLOCK);
  report("with a full queue", sys::connect(next, &listener.address, 16));
  report("being made", sys::connect(next, &listener.address, 16));
  Fd patient = tcp_socket();
  const int tries = 1;
  const unsigned timeout = 50; // ms; it looks at them when it tries again, after a second
  setup::set_option(patient, SOL_TCP, TCP_SYNCNT, tries);
  setup::set_option(patient, SOL_TCP, TCP_USER_TIMEOUT, timeout);
  report("waiting", sys::connect(patient, &listener.address, 16));
  const sockaddr_un address = {AF_UNIX, "listener"};
  Fd local = setup::socket(AF_UNIX, SOCK_STREAM), first, second;
  setup::bind(local, address);
  setup::listen(local, 0);
  report("local", connect_locally(address, first));
  report("local, with a full queue", connect_locally(address, second));
}
