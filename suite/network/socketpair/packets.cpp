// A pair of SOCK_SEQPACKET keeps the bounds of messages, as datagrams do, and has an end of file, as streams do. What
// does not fit of a message is lost.
// Covers: socketpair SOCK_SEQPACKET
#include "wali/test.h"

namespace {

void report_read(const char *name, int socket, size_t size) {
  char bytes[16];
  report(name, sys::read(socket, bytes, size));
}

} // namespace

void test() {
  int pair[2] = {-1, -1};
  report("socketpair", sys::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, pair));
  Fd first(pair[0]), second(pair[1]);
  report("write", sys::write(first, "four", 4));
  report("write", sys::write(first, "seven..", 7));
  report("write", sys::write(first, "2.", 2));
  report_read("read of 16", second, 16);
  report_read("read of 3", second, 3);
  report_read("read of 16", second, 16);
  report_read("read of none", second, 16);
  first.reset();
  report_read("read of the end", second, 16);
}
