// When the other end has reset the connection, or nobody is there to take a datagram, the next send or receive fails
// with the error. The call after it no longer does.
// Covers: sendto ECONNRESET, EPIPE
// Covers: sendmsg ECONNRESET, EPIPE
// Covers: recvfrom ECONNRESET, ECONNREFUSED
// Covers: recvmsg ECONNRESET, ECONNREFUSED
#include "wali/test.h"

namespace {

void wait_for_error(int socket) {
  pollfd entry = {socket, 0, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
}

Fd reset_connection() {
  SocketPair tcp = setup::tcp_pair();
  const linger at_once = {1, 0};
  setup::set_option(tcp.second, SOL_SOCKET, SO_LINGER, at_once);
  tcp.second.reset();
  wait_for_error(tcp.first);
  return static_cast<Fd &&>(tcp.first);
}

// A socket whose datagram has come to a port that nobody has.
Fd refused_datagram() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK);
  const sockaddr_in nobody = setup::loopback(1);
  setup::connect(socket, nobody);
  setup::write_all(socket, "x");
  wait_for_error(socket);
  return socket;
}

} // namespace

void test() {
  char byte = 'x';
  Message message(&byte, 1);
  auto twice = [](const char *name, const Fd &socket, auto call) {
    report(name, call(socket));
    report("again", call(socket));
  };
  auto by_sendto = [&](int socket) { return sys::sendto(socket, &byte, 1, MSG_NOSIGNAL, nullptr, 0); };
  auto by_sendmsg = [&](int socket) { return sys::sendmsg(socket, message, MSG_NOSIGNAL); };
  auto by_recvfrom = [&](int socket) { return sys::recvfrom(socket, &byte, 1, 0, nullptr, nullptr); };
  auto by_recvmsg = [&](int socket) { return sys::recvmsg(socket, message, 0); };
  twice("reset: sendto", reset_connection(), by_sendto);
  twice("reset: sendmsg", reset_connection(), by_sendmsg);
  twice("reset: recvfrom", reset_connection(), by_recvfrom);
  twice("reset: recvmsg", reset_connection(), by_recvmsg);
  twice("nobody there: recvfrom", refused_datagram(), by_recvfrom);
  twice("nobody there: recvmsg", refused_datagram(), by_recvmsg);
}
