// A send of no bytes over a stream returns 0 and sends nothing. Neither a byte nor an end of file arrives.
// Covers: sendto no bytes
// Covers: sendmsg no bytes
#include "suite/network/messages.h"

void test() {
  for (const SendCall &call : send_calls) {
    SocketPair pairs[] = {setup::tcp_pair(), setup::socketpair()};
    for (SocketPair &pair : pairs) {
      report(call.name, call.send(pair.first, "", 0, nullptr, 0));
      report("sent afterwards", call.send(pair.first, "x", 0, nullptr, 0));
      pollfd entry = {pair.second, POLLIN, 0};
      setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
      char bytes[4] = {};
      report("read", sys::read(pair.second, bytes, sizeof(bytes)));
      report("bytes", Text(bytes));
    }
  }
}
