// Sending where nobody reads is EPIPE with SIGPIPE, and with MSG_NOSIGNAL
// without; MSG_DONTWAIT does not wait for room.
// Covers: sendto EPIPE, MSG_NOSIGNAL, MSG_DONTWAIT, EAGAIN
#include "wali/test.h"

void test() {
  static int signals;
  setup::on_signal(SIGPIPE, [](int) { ++signals; });
  SocketPair pair = setup::socketpair();
  uint8_t *bytes = setup::map(1 << 20);
  Result result;
  do
    result = sys::sendto(pair.first, bytes, 1 << 20, MSG_DONTWAIT, nullptr, 0);
  while (result.value > 0);
  report("full, not waiting", result);
  pair.second.reset();
  report("MSG_NOSIGNAL", sys::sendto(pair.first, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("signals", signals);
  report("without it", sys::sendto(pair.first, "x", 1, 0, nullptr, 0));
  report("signals", signals);
}
