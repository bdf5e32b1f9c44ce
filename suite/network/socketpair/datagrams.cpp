// A pair of SOCK_DGRAM keeps the bounds of datagrams, empty ones too. Where the peer has gone, a
// receive does not see an end, and a send is refused.
// Covers: socketpair SOCK_DGRAM
#include "wali/test.h"

void test() {
  int ends[2] = {-1, -1};
  report("socketpair", sys::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends));
  Fd first(ends[0]), second(ends[1]);
  char bytes[16];
  report("write", sys::write(first, "four", 4));
  report("sendto of nothing", sys::sendto(first, nullptr, 0, 0, nullptr, 0));
  report("write", sys::write(first, "seven..", 7));
  report("write at the other end", sys::write(second, "back", 4));
  report("read", sys::read(second, bytes, sizeof(bytes)));
  report("read", sys::read(second, bytes, sizeof(bytes)));
  report("read of three", sys::read(second, bytes, 3));
  report("read of none", sys::read(second, bytes, sizeof(bytes)));
  report("read at the other end", sys::read(first, bytes, sizeof(bytes)));
  first.reset();
  report("read when the peer has gone", sys::read(second, bytes, sizeof(bytes)));
  report("write when the peer has gone", sys::write(second, "x", 1));
}
