// After SHUT_WR the other end reads the end of file and no reset, even when this end has unread data. This end can
// still read that data.
// Covers: shutdown SHUT_WR, unread data
#include "wali/test.h"

void test() {
  SocketPair pairs[] = {setup::tcp_pair(), setup::socketpair()};
  for (SocketPair &pair : pairs) {
    setup::write_all(pair.second, "unread");
    pollfd entry = {pair.first, POLLIN, 0};
    setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
    report("shutdown", sys::shutdown(pair.first, SHUT_WR));
    char bytes[8] = {};
    report("read at the other end", sys::read(pair.second, bytes, sizeof(bytes)));
    report("write at the other end", sys::write(pair.second, ", too", 5));
    pair.second.reset();
    report("here", setup::read_all(pair.first));
  }
}
