// Stream sockets in each state that they go through. For each state `look` is called with its name
// and a new socket that is in it, and that does not wait (O_NONBLOCK).
#pragma once

#include "suite/network/addresses.h"

namespace wali::states {

inline Fd nonblocking(Fd socket) {
  setup::set_status_flags(socket, O_NONBLOCK);
  return socket;
}
// Waits for `events` of poll, or for an error.
inline void await(int socket, int16_t events) {
  pollfd entry = {socket, events, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
}

// The states of a connection, of which `look` gets one end. `make_pair` makes a new one each time.
template <class MakePair, class Look> void of_a_connection(MakePair make_pair, Look look) {
  SocketPair connected = make_pair();
  look("connected", nonblocking(static_cast<Fd &&>(connected.first)));
  SocketPair shut_there = make_pair();
  setup::shutdown(shut_there.second, SHUT_WR);
  await(shut_there.first, POLLRDHUP);
  look("shut by the peer", nonblocking(static_cast<Fd &&>(shut_there.first)));
  SocketPair shut_here = make_pair();
  setup::shutdown(shut_here.first, SHUT_WR);
  await(shut_here.second, POLLRDHUP);
  look("shut by this end", nonblocking(static_cast<Fd &&>(shut_here.first)));
  SocketPair ended = make_pair();
  setup::shutdown(ended.first, SHUT_WR);
  await(ended.second, POLLRDHUP);
  setup::shutdown(ended.second, SHUT_WR);
  await(ended.first, POLLRDHUP);
  look("shut by both", nonblocking(static_cast<Fd &&>(ended.first)));
}

template <class Look> void tcp(Look look) {
  look("TCP, new", nonblocking(setup::socket(AF_INET, SOCK_STREAM)));
  look("bound", nonblocking(bound_socket(SOCK_STREAM, setup::loopback(0))));
  look("listening", nonblocking(setup::tcp_listener().socket));
  const setup::Listener full = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(full), connecting = nonblocking(setup::socket(AF_INET, SOCK_STREAM));
  await(full.socket, POLLIN);
  setup::require_value("connect", sys::connect(connecting, &full.address, sizeof(full.address)), -EINPROGRESS);
  look("connecting", static_cast<Fd &&>(connecting));
  of_a_connection([] { return setup::tcp_pair(); }, look);
  SocketPair reset = setup::tcp_pair();
  const linger at_once = {1, 0};
  setup::set_option(reset.second, SOL_SOCKET, SO_LINGER, at_once);
  reset.second.reset();
  await(reset.first, 0);
  look("reset", nonblocking(static_cast<Fd &&>(reset.first)));
  Fd refused = nonblocking(setup::socket(AF_INET, SOCK_STREAM));
  const sockaddr_in nobody = setup::loopback(1);
  setup::require_value("connect", sys::connect(refused, &nobody, sizeof(nobody)), -EINPROGRESS);
  await(refused, 0);
  look("refused", static_cast<Fd &&>(refused));
}

// The names are automatic ones, which nobody else has.
template <class Look> void local(Look look) {
  look("local, new", nonblocking(setup::socket(AF_UNIX, SOCK_STREAM)));
  look("bound", nonblocking(local_socket(SOCK_STREAM, Local{})));
  look("listening", nonblocking(local_listener(SOCK_STREAM, Local{})));
  of_a_connection([] { return setup::socketpair(); }, look);
  SocketPair gone = setup::socketpair();
  gone.second.reset();
  look("with its peer gone", nonblocking(static_cast<Fd &&>(gone.first)));
  SocketPair unread = setup::socketpair();
  setup::write_all(unread.first, "unread");
  unread.second.reset();
  look("with its peer gone, which had not read all", nonblocking(static_cast<Fd &&>(unread.first)));
}

} // namespace wali::states
