// poll reports POLLHUP for a local datagram socket that is shut down in both directions, and not for its peer. One
// that is shut down for writing is writable as long as there is room.
// Covers: poll POLLHUP, POLLRDHUP, POLLOUT, shutdown
#include "wali/test.h"

namespace {

void report_poll(const char *name, int socket) {
  pollfd entry = {socket, POLLIN | POLLOUT | POLLRDHUP, 0};
  report(label("poll of ", name), sys::poll(&entry, 1, 0));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM), full = setup::socketpair(SOCK_DGRAM);
  report("shutdown", sys::shutdown(pair.first, SHUT_RDWR));
  report_poll("one end of a pair", pair.first);
  report_poll("the other", pair.second);
  const sockaddr_un address = {AF_UNIX, "receiver"};
  Fd receiver = setup::socket(AF_UNIX, SOCK_DGRAM), sender = setup::socket(AF_UNIX, SOCK_DGRAM);
  setup::bind(receiver, address);
  setup::connect(sender, address);
  report("shutdown", sys::shutdown(sender, SHUT_RDWR));
  report_poll("the sender", sender);
  report_poll("the receiver", receiver);
  for (int end : {int{full.first}, int{full.second}})
    setup::set_status_flags(end, O_NONBLOCK);
  setup::fill(full.first);
  report("shutdown", sys::shutdown(full.first, SHUT_WR));
  report_poll("one without room", full.first);
  setup::drain(full.second);
  report_poll("the same with room", full.first);
}
