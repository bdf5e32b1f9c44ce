// With SO_PEEK_OFF a receive lowers the offset by the bytes that it removes, but not below 0. With a negative offset
// peeks begin at the front again.
// Covers: setsockopt SO_PEEK_OFF
#include "suite/network/options.h"

namespace {

void report_bytes(const char *name, int socket, int flags) {
  GuardedBytes<2> bytes;
  report(name, sys::recvfrom(socket, &bytes, 2, flags, nullptr, nullptr));
  report("bytes", bytes.bytes());
  report_option("SO_PEEK_OFF", socket, SOL_SOCKET, SO_PEEK_OFF);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  setup::write_all(pair.first, "0123456789abcdef");
  const int three = 3, front = -1;
  report("set it to 3", sys::setsockopt(pair.second, SOL_SOCKET, SO_PEEK_OFF, &three, sizeof(three)));
  report_bytes("receive", pair.second, 0);
  report_bytes("peek", pair.second, MSG_PEEK);
  report_bytes("receive", pair.second, 0);
  report_bytes("receive", pair.second, 0);
  report_bytes("peek", pair.second, MSG_PEEK);
  report("set it to -1", sys::setsockopt(pair.second, SOL_SOCKET, SO_PEEK_OFF, &front, sizeof(front)));
  report_bytes("peek", pair.second, MSG_PEEK);
  report_bytes("peek again", pair.second, MSG_PEEK);
}
