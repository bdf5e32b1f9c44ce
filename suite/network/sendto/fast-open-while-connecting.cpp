// With MSG_FASTOPEN a send makes the connection that it needs; while that is being made
// there is no second one. By sendto and by sendmsg.
// Covers: sendto MSG_FASTOPEN, EALREADY
// Covers: sendmsg MSG_FASTOPEN, EALREADY
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

constexpr int fast_open = 0x20000000; // MSG_FASTOPEN of linux/socket.h

Fd tcp_socket() { return setup::socket(AF_INET, SOCK_STREAM); }

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = tcp_socket();
  setup::require_zero("connect", sys::connect(first, &listener.address, 16));
  pollfd entry = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  char byte = 'x';
  iovec vector = {&byte, 1};
  msghdr message = {};
  message.msg_name = &listener.address;
  message.msg_namelen = 16;
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  for (bool by_message : {false, true}) {
    Fd socket = tcp_socket();
    for (const char *when : {", begun", ", being made"})
      report(label(by_message ? "sendmsg" : "sendto", when),
             by_message ? sys::sendmsg(socket, &message, fast_open | MSG_DONTWAIT)
                        : sys::sendto(socket, &byte, 1, fast_open | MSG_DONTWAIT, &listener.address, 16));
  }
}
