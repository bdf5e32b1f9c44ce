// connect on a nonblocking socket fails with EINPROGRESS and goes on in the background. When poll reports POLLOUT,
// one more connect succeeds, and the next fails with EISCONN.
// Covers: connect EINPROGRESS, EISCONN, SOCK_NONBLOCK
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  report("connect", sys::connect(client, &listener.address, 16));
  pollfd entry = {client, POLLOUT, 0};
  report("poll", sys::poll(&entry, 1, -1));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report("connect again", sys::connect(client, &listener.address, 16));
  report("connect once more", sys::connect(client, &listener.address, 16));
}
