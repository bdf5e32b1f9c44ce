// MSG_PEEK leaves the bytes where they are, MSG_WAITALL waits for all of them,
// MSG_DONTWAIT for none; the end of the stream is 0.
// Covers: recvfrom MSG_PEEK, MSG_WAITALL, MSG_DONTWAIT, EAGAIN, end of file
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  GuardedBytes<8> buffer;
  report("nothing yet", sys::recvfrom(pair.first, &buffer, 8, MSG_DONTWAIT, nullptr, nullptr));
  report_poison("buffer", buffer);
  setup::write_all(pair.second, "peek");
  report("peek", sys::recvfrom(pair.first, &buffer, 8, MSG_PEEK, nullptr, nullptr));
  report("bytes", buffer.bytes(4));
  Child writer = setup::fork([&] {
    setup::sleep_ms(20);
    setup::write_all(pair.second, "more");
  });
  report("all eight", sys::recvfrom(pair.first, &buffer, 8, MSG_WAITALL, nullptr, nullptr));
  report("bytes", buffer.bytes());
  report("writer", writer.wait());
  pair.second.reset();
  report("end", sys::recvfrom(pair.first, &buffer, 8, 0, nullptr, nullptr));
}
