// With TCP_CORK less than a segment waits until the option is cleared, so that many small writes go in a few
// segments. All of the data arrives.
// Covers: setsockopt TCP_CORK
#include "suite/network/options.h"

namespace {

uint32_t segments_of_100_writes(int cork) {
  SocketPair pair = setup::tcp_pair();
  setup::set_option(pair.first, SOL_TCP, TCP_NODELAY, 1);
  report(label("TCP_CORK ", cork), sys::setsockopt(pair.first, SOL_TCP, TCP_CORK, &cork, sizeof(cork)));
  for (int sent = 0; sent < 100; ++sent)
    setup::write_all(pair.first, "x");
  const int off = 0;
  report("cleared", sys::setsockopt(pair.first, SOL_TCP, TCP_CORK, &off, sizeof(off)));
  char bytes[100];
  report("received", sys::recvfrom(pair.second, bytes, sizeof(bytes), MSG_WAITALL, nullptr, nullptr));
  return tcp_info(pair.first).data_segs_out;
}

} // namespace

void test() {
  report("segments, compared with 5", compared(segments_of_100_writes(0), 5u));
  report("segments, compared with 5", compared(segments_of_100_writes(1), 5u)); // the kernel waits for 200 ms at most
}
