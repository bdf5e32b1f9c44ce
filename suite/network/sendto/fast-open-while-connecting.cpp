// With MSG_FASTOPEN sendto and sendmsg begin the connection that they need. While it is
// being made, they fail with EALREADY.
// Covers: sendto MSG_FASTOPEN, EALREADY
// Covers: sendmsg MSG_FASTOPEN, EALREADY
// REQUIRES: namespaces
#include "suite/network/messages.h"
#include "wali/test.h"

namespace {

constexpr int fast_open = 0x20000000; // MSG_FASTOPEN of linux/socket.h

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(listener);
  pollfd entry = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  for (const SendCall &call : send_calls) {
    Fd socket = setup::socket(AF_INET, SOCK_STREAM);
    for (const char *when : {", begun", ", being made"})
      report(label(call.name, when), call.send(socket, "x", fast_open | MSG_DONTWAIT, &listener.address, 16));
  }
}
