// Data that has arrived before SHUT_RD can still be received. The end of file follows it.
// Covers: shutdown SHUT_RD, data that has arrived
#include "wali/test.h"

namespace {

void report_pair(const char *name, SocketPair pair) {
  setup::write_all(pair.second, "arrived");
  pollfd entry = {pair.first, POLLIN, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  report(label(name, ": shutdown"), sys::shutdown(pair.first, SHUT_RD));
  char bytes[16] = {};
  report("recvfrom", sys::recvfrom(pair.first, bytes, sizeof(bytes), 0, nullptr, nullptr));
  report("bytes", Text(bytes));
  report("recvfrom again", sys::recvfrom(pair.first, bytes, sizeof(bytes), 0, nullptr, nullptr));
}

} // namespace

void test() {
  report_pair("local", setup::socketpair());
  report_pair("packets", setup::socketpair(SOCK_SEQPACKET));
  report_pair("TCP", setup::tcp_pair());
}
