// A receive whose SO_RCVTIMEO has passed returns what has arrived until then, if anything has.
// Covers: setsockopt SO_RCVTIMEO
// Covers: recvfrom SO_RCVTIMEO, MSG_WAITALL
#include "suite/network/arrivals.h"

void test() {
  const SocketPair pairs[] = {setup::socketpair(), setup::tcp_pair()};
  for (const SocketPair &pair : pairs) {
    report("SO_RCVTIMEO", sys::setsockopt(pair.second, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof(soon)));
    setup::write_all(pair.first, "ab");
    await_arrival(pair.second);
    char bytes[8] = {};
    report_waited("recvfrom",
                  [&] { return sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr); });
    report("bytes", Text(bytes));
    report("recvfrom again", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr));
  }
}
