// poll never reports POLLMSG, whatever has arrived: a byte, a datagram, a descriptor or an urgent byte.
// Covers: poll POLLMSG
#include "wali/test.h"

void test() {
  constexpr int16_t poll_message = 0x400; // POLLMSG
  SocketPair tcp = setup::tcp_pair(), local = setup::socketpair(), datagrams = setup::socketpair(SOCK_DGRAM);
  Pipe pipe = setup::pipe();
  Control<int[1]> sent = rights(pipe.read);
  setup::send_urgent_byte(tcp.first, tcp.second);
  setup::require_value("sendmsg", sys::sendmsg(local.first, Message("x").with_control(sent), 0), 1);
  setup::write_all(datagrams.first, "x");
  setup::write_all(pipe.write, "x");
  pollfd entries[] = {{tcp.second, poll_message, -1},
                      {local.second, poll_message, -1},
                      {datagrams.second, poll_message, -1},
                      {pipe.read, poll_message, -1},
                      {pipe.read, poll_message | POLLIN, -1}};
  report("poll", sys::poll(entries, 5, 0));
  for (const pollfd &entry : entries)
    report("revents", Hex{static_cast<uint16_t>(entry.revents)});
}
