// A close with SO_LINGER of 0 seconds resets the connection, and the other end's read fails with ECONNRESET. Without
// SO_LINGER the other end reads the end of file.
// Covers: setsockopt SO_LINGER of 0
// Covers: close SO_LINGER
#include "wali/test.h"

namespace {

void close_with(const char *name, linger option) {
  SocketPair pair = setup::tcp_pair();
  const Result set = sys::setsockopt(pair.first, SOL_SOCKET, SO_LINGER, &option, sizeof(option));
  report(label(name, ", setsockopt"), set);
  report(label(name, ", close"), sys::close(pair.first.release()));
  pollfd entry = {pair.second, POLLRDHUP, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  char bytes[16];
  report(label(name, ", read"), sys::read(pair.second, bytes, sizeof(bytes)));
  report(label(name, ", read again"), sys::read(pair.second, bytes, sizeof(bytes)));
}

} // namespace

void test() {
  close_with("off", {0, 0});
  close_with("0 seconds", {1, 0});
}
