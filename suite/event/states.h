// For suite/event: descriptors of each kind in the states that they go through. In each
// state `look` is called with the state's name and the descriptor; by_poll and its like
// report what their call tells of it.
#pragma once

#include "wali/test.h"

namespace states {

// Waits until a stream or datagram socket has something to be received, or its end.
inline void await_arrival(int socket) {
  char byte;
  setup::require_count("recvfrom", sys::recvfrom(socket, &byte, 1, MSG_PEEK, nullptr, nullptr), 1);
}
inline void shut(int socket, int how) { setup::require_zero("shutdown", sys::shutdown(socket, how)); }

template <class Look> void pipes(Look look) {
  Pipe pipe = setup::pipe(O_NONBLOCK), other = setup::pipe(O_NONBLOCK);
  look("reader of an empty pipe", pipe.read);
  look("writer of an empty pipe", pipe.write);
  setup::write_all(pipe.write, "x");
  look("reader of a pipe with a byte", pipe.read);
  pipe.write.reset();
  look("reader of a byte whose writers have gone", pipe.read);
  setup::drain(pipe.read);
  look("reader at the end", pipe.read);
  setup::fill(other.write);
  look("writer of a full pipe", other.write);
  other.read.reset();
  look("writer of a full pipe whose readers have gone", other.write);
}

// Both ends of a connection, the peer's first.
template <class Look> void connection(Look look, SocketPair pair) {
  look("idle", pair.second);
  setup::write_all(pair.first, "x");
  await_arrival(pair.second);
  look("with a byte", pair.second);
  shut(pair.first, SHUT_WR);
  setup::read_all(pair.second);
  await_arrival(pair.second);
  look("shut by the peer", pair.second);
  shut(pair.second, SHUT_WR);
  look("shut by both", pair.second);
}
template <class Look> void full_socket(Look look) {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.second, O_NONBLOCK);
  setup::fill(pair.second);
  look("full", pair.second);
  pair.first.reset();
  look("full, with its peer gone", pair.second);
}

template <class Look> void listener(Look look) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  __builtin_memcpy(address.sun_path, "listener", 8);
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM), client = setup::socket(AF_UNIX, SOCK_STREAM);
  look("socket without a peer", listener);
  setup::bind(listener, address);
  setup::listen(listener);
  look("listener", listener);
  setup::connect(client, address);
  look("listener that is waited for", listener);
  setup::accept(listener);
  look("listener that has accepted", listener);
}
template <class Look> void datagrams(Look look) {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  look("UDP socket", receiver.socket);
  setup::require_value("sendto", sys::sendto(sender.socket, "x", 1, 0, &receiver.address, sizeof(receiver.address)), 1);
  await_arrival(receiver.socket);
  look("UDP socket with a datagram", receiver.socket);
}

template <class Look> void counter(Look look) {
  Fd counter = setup::eventfd(0, O_NONBLOCK);
  const auto add = [&](uint64_t value) {
    setup::require_value("write", sys::write(counter, &value, sizeof(value)), sizeof(value));
  };
  look("counter of 0", counter);
  add(5);
  look("counter of 5", counter);
  add(UINT64_MAX - 6);
  look("counter at its maximum", counter);
}
template <class Look> void instance(Look look) {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::watch(epoll, pipe.read, EPOLLIN, 1);
  look("epoll instance without events", epoll);
  setup::write_all(pipe.write, "x");
  look("epoll instance with an event", epoll);
}
template <class Look> void terminal(Look look) {
  Terminal terminal = setup::terminal();
  look("terminal without input", terminal.slave);
  setup::write_all(terminal.master, "x\n");
  look("terminal with a line", terminal.slave);
}

// How each call tells what is ready: of poll and epoll events, of select sets.
inline constexpr short polled = POLLIN | POLLOUT | POLLRDHUP;
template <class Poll> void report_polled(const char *name, int fd, Poll poll) {
  pollfd entry = {fd, polled, 0};
  report(label(name, ": result"), poll(&entry));
  report(name, Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}
template <class Select> void report_selected(const char *name, int fd, Select select) {
  fd_set read = {}, write = {};
  read.bits[fd / 64] = write.bits[fd / 64] = uint64_t{1} << fd % 64;
  report(label(name, ": result"), select(fd + 1, &read, &write));
  report("readable", read.bits[fd / 64] >> fd % 64);
  report("writable", write.bits[fd / 64] >> fd % 64);
}

inline void by_poll(const char *name, int fd) {
  report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}
inline void by_ppoll(const char *name, int fd) {
  report_polled(name, fd, [](pollfd *entry) {
    timespec none = {0, 0};
    return sys::ppoll(entry, 1, &none, nullptr, 8);
  });
}
inline void by_select(const char *name, int fd) {
  report_selected(name, fd, [](int nfds, fd_set *read, fd_set *write) {
    timeval none = {0, 0};
    return sys::select(nfds, read, write, nullptr, &none);
  });
}
inline void by_pselect6(const char *name, int fd) {
  report_selected(name, fd, [](int nfds, fd_set *read, fd_set *write) {
    timespec none = {0, 0};
    return sys::pselect6(nfds, read, write, nullptr, &none, nullptr);
  });
}
inline void by_epoll_pwait(const char *name, int fd) {
  Fd epoll = setup::epoll();
  setup::watch(epoll, fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP, 1);
  epoll_event event = {};
  report(label(name, ": result"), sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  report(name, Flags{abi::sets::epoll_events, event.events});
}

// Reports a wait for nothing, and that it lasts `milliseconds` at least.
template <class Wait> void report_wait(int milliseconds, Wait wait) {
  const timespec begin = setup::now();
  report(label("wait of ", milliseconds, " ms"), wait(milliseconds));
  const timespec end = setup::now();
  const int64_t passed = (end.tv_sec - begin.tv_sec) * 1000000000 + end.tv_nsec - begin.tv_nsec;
  report("the time it took compared with that", compared(passed, milliseconds * int64_t{1000000} - 1));
}

// Reports a wait without a limit for a byte that comes after more than a second.
template <class Wait> void report_long_wait(Wait wait) {
  Pipe pipe = setup::pipe();
  Child writer = setup::fork([&] {
    setup::sleep_ms(1200);
    setup::write_all(pipe.write, "x");
  });
  report("wait without a limit", wait(pipe.read));
  report("writer", writer.wait());
}

} // namespace states
