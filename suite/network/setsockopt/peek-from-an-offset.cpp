// With SO_PEEK_OFF a peek begins at that offset, and the next peek begins where it ended.
// Covers: setsockopt SO_PEEK_OFF
#include "wali/test.h"

namespace {

constexpr int SO_PEEK_OFF = 42; // asm-generic/socket.h

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  const int offset = 2;
  report("SO_PEEK_OFF", sys::setsockopt(pair.second, SOL_SOCKET, SO_PEEK_OFF, &offset, sizeof(offset)));
  setup::write_all(pair.first, "abcdefg");
  GuardedBytes<3> buffer;
  for (int flags : {MSG_PEEK, MSG_PEEK, 0}) {
    report("recvfrom", sys::recvfrom(pair.second, &buffer, 3, flags, nullptr, nullptr));
    report("bytes", buffer.bytes());
  }
}
