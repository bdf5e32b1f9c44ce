// A TCP socket that is closed with data unread resets the connection. One that has read all ends it in good order.
// Covers: close TCP, unread data, ECONNRESET
#include "wali/test.h"

namespace {

// The other end has the byte when it can be looked at; `flags` say whether it stays there.
void attempt(const char *name, int flags) {
  SocketPair ends = setup::tcp_pair();
  setup::write_all(ends.first, "x");
  char byte = '?';
  report(name, sys::recvfrom(ends.second, &byte, 1, flags, nullptr, nullptr));
  report("close", sys::close(ends.second.release()));
  report("read at the other end", sys::read(ends.first, &byte, 1));
}

} // namespace

void test() {
  attempt("looked at", MSG_PEEK);
  attempt("read", 0);
}
