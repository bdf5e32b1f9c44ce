// What the flags of a send ask for happens, by sendto and by sendmsg: datagrams
// grow, urgent bytes go apart, nothing waits, and no signal comes.
// Covers: sendto MSG_MORE, MSG_OOB, MSG_DONTWAIT, MSG_NOSIGNAL, EAGAIN, EPIPE
// Covers: sendmsg MSG_MORE, MSG_OOB, MSG_DONTWAIT, MSG_NOSIGNAL, EAGAIN, EPIPE
#include "wali/test.h"

namespace {

using Send = Result (*)(int socket, Text bytes, int flags);

Result by_sendto(int socket, Text bytes, int flags) {
  return sys::sendto(socket, bytes.data, bytes.size, flags, nullptr, 0);
}

Result by_sendmsg(int socket, Text bytes, int flags) {
  iovec vector = {const_cast<char *>(bytes.data), bytes.size};
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  return sys::sendmsg(socket, &message, flags);
}

int signals;

void grow_a_datagram(Send send) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in own = setup::loopback(0);
  uint32_t size = sizeof(own);
  setup::require_zero("bind", sys::bind(socket, &own, size));
  setup::require_zero("getsockname", sys::getsockname(socket, &own, &size));
  setup::require_zero("connect", sys::connect(socket, &own, size));
  report("MSG_MORE", send(socket, "first ", MSG_MORE));
  report("without", send(socket, "and more", 0));
  char bytes[32];
  Result received = sys::recvfrom(socket, bytes, sizeof(bytes), 0, nullptr, nullptr);
  report("one datagram", Text(bytes, received.ok() ? received.size() : 0));
}

void send_an_urgent_byte(Send send) {
  SocketPair tcp = setup::tcp_pair();
  report("MSG_OOB", send(tcp.first, "!", MSG_OOB));
  pollfd entry = {tcp.second, POLLIN | POLLPRI, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  report("there", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

void fill(Send send) {
  SocketPair pair = setup::socketpair();
  static char bytes[65536];
  Interrupter interrupter(SIGUSR2); // a wait that should be none ends
  Result result = {1};
  for (int sent = 0; result.value > 0 && sent < 1000; ++sent)
    result = send(pair.first, {bytes, sizeof(bytes)}, MSG_DONTWAIT);
  report("MSG_DONTWAIT", result);
}

void send_to_nobody(Send send) {
  SocketPair pair = setup::socketpair();
  pair.second.reset();
  signals = 0;
  report("MSG_NOSIGNAL", send(pair.first, "x", MSG_NOSIGNAL));
  report("signals", signals);
  report("without", send(pair.first, "x", 0));
  report("signals", signals);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) {});
  setup::on_signal(SIGPIPE, [](int) { ++signals; });
  for (Send send : {by_sendto, by_sendmsg}) {
    grow_a_datagram(send);
    send_an_urgent_byte(send);
    fill(send);
    send_to_nobody(send);
  }
}
