// For suite/event: descriptors of each kind in the states that they go through. In each state `look` is called with
// the state's name and the descriptor. by_poll and its like report what their call says of it.
#pragma once

#include "wali/test.h"

namespace states {

// Waits until a stream or datagram socket has something to be received, or its end.
inline void await_arrival(int socket) {
  char byte;
  setup::require_count("recvfrom", sys::recvfrom(socket, &byte, 1, MSG_PEEK, nullptr, nullptr), 1);
}

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
  setup::shutdown(pair.first, SHUT_WR);
  setup::read_all(pair.second);
  await_arrival(pair.second);
  look("shut by the peer", pair.second);
  setup::shutdown(pair.second, SHUT_WR);
  look("shut by both", pair.second);
}
// Both ends of two connections, one end of which shuts a half itself.
template <class Look> void own_halves(Look look, SocketPair reading, SocketPair writing) {
  setup::shutdown(reading.first, SHUT_RD);
  look("shut for reading by itself", reading.first);
  look("whose peer has shut its reading", reading.second);
  setup::shutdown(writing.first, SHUT_WR);
  look("shut for writing by itself", writing.first);
  setup::write_all(writing.second, "x");
  await_arrival(writing.first);
  look("shut for writing, with a byte", writing.first);
  writing.second.reset();
  setup::read_all(writing.first);
  look("shut for writing, at the end", writing.first);
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

// A datagram socket that the other one of its pair fills.
template <class Look> void local_datagrams(Look look) {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::set_status_flags(pair.second, O_NONBLOCK);
  look("datagram socket", pair.second);
  setup::fill(pair.first);
  look("datagram socket with datagrams", pair.second);
  look("datagram socket without room", pair.first);
  setup::drain(pair.second);
  look("datagram socket with room again", pair.first);
  look("datagram socket that was drained", pair.second);
}

template <class Look> void fifo(Look look) {
  setup::make_fifo("fifo");
  Fd reader = setup::open("fifo", O_RDONLY | O_NONBLOCK);
  look("reader before any writer", reader);
  Fd writer = setup::open("fifo", O_WRONLY | O_NONBLOCK);
  look("reader with a writer", reader);
  look("writer", writer);
  setup::write_all(writer, "x");
  look("reader with a byte", reader);
  writer.reset();
  look("reader of a byte whose writer has gone", reader);
  setup::drain(reader);
  look("reader whose writer has gone", reader);
  writer = setup::open("fifo", O_WRONLY | O_NONBLOCK);
  look("reader with another writer", reader);
  reader.reset();
  look("writer whose reader has gone", writer);
  reader = setup::open("fifo", O_RDONLY | O_NONBLOCK);
  look("writer with another reader", writer);
}

template <class Look> void files(Look look) {
  setup::write_file("file", "x");
  Fd reader = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY);
  look("file", reader);
  setup::seek(reader, 1);
  look("file at its end", reader);
  look("file for writing", writer);
  look("directory", setup::open(".", O_RDONLY | O_DIRECTORY));
}

// A terminal by its lines, and either end when the other one has gone.
template <class Look> void terminal_ends(Look look) {
  const auto read_byte = [](int fd) {
    char byte;
    setup::require_value("read", sys::read(fd, &byte, 1), 1);
  };
  Terminal first = setup::terminal(), second = setup::terminal();
  setup::write_all(first.master, "x");
  look("terminal with half a line", first.slave);
  setup::write_all(first.master, "\x04\x04"); // the end of the line, and that of the input
  read_byte(first.slave);
  look("terminal at the end of its input", first.slave);
  first.master.reset();
  look("terminal whose master has gone", first.slave);
  look("master", second.master);
  setup::write_all(second.slave, "y");
  look("master with output", second.master);
  read_byte(second.master);
  second.slave.reset();
  look("master whose terminal has gone", second.master);
}

// Waits until TCP_INFO, which changes nothing, has `value` in the byte at `offset`.
inline void await_tcp(int socket, size_t offset, uint8_t value) {
  uint8_t info[32] = {};
  setup::await(
      "getsockopt",
      [&] {
        uint32_t room = sizeof(info);
        return sys::getsockopt(socket, SOL_TCP, TCP_INFO, info, &room);
      },
      [&](Result) { return info[offset] == value; });
}
// Offsets in TCP_INFO, and values of the state.
inline constexpr size_t tcp_state = 0, tcp_callers = 24;
inline constexpr uint8_t tcp_closed = 7;

inline void begin_to_connect(int socket, const sockaddr_in &address) {
  setup::set_status_flags(socket, O_NONBLOCK);
  setup::require_value("connect", sys::connect(socket, &address, sizeof(address)), -EINPROGRESS);
}
// SO_ERROR tells an error once.
inline void forget_error(int socket) {
  int error = 0;
  uint32_t size = sizeof(error);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size));
}

// TCP sockets that have no connection yet, and those that get one.
template <class Look> void new_connections(Look look) {
  Fd fresh = setup::socket(AF_INET, SOCK_STREAM), late = setup::socket(AF_INET, SOCK_STREAM);
  look("TCP socket", fresh);
  setup::bind(fresh, setup::loopback(0));
  look("bound TCP socket", fresh);
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  look("TCP listener", listener.socket);
  Fd caller = setup::caller(listener);
  await_tcp(listener.socket, tcp_callers, 1);
  look("TCP listener that is waited for", listener.socket);
  look("caller that waits to be accepted", caller);
  begin_to_connect(late, listener.address);
  look("caller for whom there is no room", late);
  Fd accepted = setup::accept(listener.socket);
  look("TCP listener that has accepted", listener.socket);
  look("caller that was accepted", caller);
  look("what was accepted", accepted);
}

// TCP sockets whose connection was refused, and one whose peer broke it.
template <class Look> void failed_connections(Look look) {
  Fd deaf = setup::socket(AF_INET, SOCK_STREAM), refused = setup::socket(AF_INET, SOCK_STREAM);
  setup::bind(deaf, setup::loopback(0));
  begin_to_connect(refused, setup::own_address(deaf));
  await_tcp(refused, tcp_state, tcp_closed);
  look("refused", refused);
  forget_error(refused);
  look("refused, when SO_ERROR has told it", refused);
  SocketPair tcp = setup::tcp_pair();
  const linger at_once = {1, 0};
  setup::set_option(tcp.first, SOL_SOCKET, SO_LINGER, at_once);
  tcp.first.reset();
  await_tcp(tcp.second, tcp_state, tcp_closed);
  look("reset by the peer", tcp.second);
  forget_error(tcp.second);
  look("reset, when SO_ERROR has told it", tcp.second);
}

// UDP sockets that have a peer: one that is not there, and one that says nothing.
template <class Look> void connected_datagrams(Look look) {
  setup::Bound peer = setup::udp_socket();
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM), refused = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(socket, peer.address);
  look("connected UDP socket", socket);
  setup::shutdown(socket, SHUT_RD);
  look("shut for reading", socket);
  setup::shutdown(socket, SHUT_WR);
  look("shut for both", socket);
  setup::connect(refused, setup::loopback(1)); // nobody is there
  setup::write_all(refused, "x");
  fd_set error = {}; // by select, which one program alone is about
  error.bits[refused / 64] = uint64_t{1} << refused % 64;
  setup::require_value("select", sys::select(refused + 1, &error, nullptr, nullptr, nullptr), 1);
  look("UDP socket that was refused", refused);
  forget_error(refused);
  look("refused, when SO_ERROR has told it", refused);
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

// Reports a wait for a byte that another thread writes after a moment, into a pipe with `flags`.
template <class Wait> void report_short_wait(const char *name, int flags, Wait wait) {
  Pipe pipe = setup::pipe(flags);
  Thread writer(
      [](void *pointer) {
        setup::sleep_ms(20);
        setup::write_all(static_cast<Pipe *>(pointer)->write, "x");
      },
      &pipe);
  report(name, wait(pipe.read));
}

} // namespace states
