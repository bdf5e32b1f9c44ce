// A send that waits for room ends when the peer closes, and returns how much it has sent by then. The next send
// fails.
// Covers: sendto EPIPE, ECONNRESET, MSG_NOSIGNAL
#include "wali/test.h"

namespace {

void report_closed(const char *name, SocketPair pair) {
  constexpr size_t more_than_room = 32 << 20;
  const uint8_t *bytes = setup::map_sparse(more_than_room);
  Child closer = setup::fork([&] {
    pollfd begun = {pair.second, POLLIN, 0};
    setup::require_value("poll", sys::poll(&begun, 1, -1), 1);
  });
  pair.second.reset(); // the child, which has not read anything, closes it at its end
  report(label("sendto, ", name), sys::sendto(pair.first, bytes, more_than_room, MSG_NOSIGNAL, nullptr, 0));
  report("child", closer.wait());
  report("sendto again", sys::sendto(pair.first, bytes, 1, MSG_NOSIGNAL, nullptr, 0));
  report("sendto once more", sys::sendto(pair.first, bytes, 1, MSG_NOSIGNAL, nullptr, 0));
}

} // namespace

void test() {
  report_closed("local", setup::socketpair());
  report_closed("TCP", setup::tcp_pair());
}
