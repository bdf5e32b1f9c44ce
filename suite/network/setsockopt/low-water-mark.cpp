// With SO_RCVLOWAT a TCP socket is readable from so many bytes on.
// Covers: setsockopt SO_RCVLOWAT
#include "wali/test.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  char received[2];
  const int bytes = 3;
  setup::write_all(pair.first, "ab");
  setup::require_value("recvfrom", sys::recvfrom(pair.second, received, 2, MSG_PEEK | MSG_WAITALL, nullptr, nullptr),
                       2);
  pollfd entry = {pair.second, POLLIN, 0};
  report("poll with two", sys::poll(&entry, 1, 0));
  report("SO_RCVLOWAT", sys::setsockopt(pair.second, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof(bytes)));
  report("poll with two", sys::poll(&entry, 1, 0));
  setup::write_all(pair.first, "c");
  report("poll with three", sys::poll(&entry, 1, -1));
}
