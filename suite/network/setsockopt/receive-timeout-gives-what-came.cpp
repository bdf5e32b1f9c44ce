// A receive whose time by SO_RCVTIMEO is over gives what has come until then, if anything has.
// Covers: setsockopt SO_RCVTIMEO
// Covers: recvfrom SO_RCVTIMEO, MSG_WAITALL
#include "suite/network/arrivals.h"

void test() {
  const SocketPair pairs[] = {setup::socketpair(), setup::tcp_pair()};
  for (const SocketPair &pair : pairs) {
    const timeval limit = {0, 100000};
    report("SO_RCVTIMEO", sys::setsockopt(pair.second, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)));
    setup::write_all(pair.first, "ab");
    await_arrival(pair.second);
    char bytes[8] = {};
    const timespec begun = setup::now();
    report("recvfrom", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr));
    report("milliseconds that it waited, compared with 98", compared(milliseconds_since(begun), int64_t{98}));
    report("bytes", Text(bytes));
    report("recvfrom again", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr));
  }
}
