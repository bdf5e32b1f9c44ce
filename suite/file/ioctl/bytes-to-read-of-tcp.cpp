// FIONREAD of a TCP socket gives all the bytes that have come, however they were sent. A listener gives EINVAL.
// Covers: ioctl FIONREAD, TCP, EINVAL
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair();
  setup::write_all(tcp.first, "abcde");
  setup::write_all(tcp.first, "fg");
  char bytes[7];
  setup::require_value("recvfrom", sys::recvfrom(tcp.second, bytes, 7, MSG_PEEK | MSG_WAITALL, nullptr, nullptr), 7);
  Guarded<int32_t> count;
  report("ioctl", sys::ioctl(tcp.second, FIONREAD, &count));
  report("count", *count);
  setup::require_value("read", sys::read(tcp.second, bytes, 3), 3);
  report("ioctl of the rest", sys::ioctl(tcp.second, FIONREAD, &count));
  report("count", *count);
  report("ioctl of the end that has sent", sys::ioctl(tcp.first, FIONREAD, &count));
  report("count", *count);
  count.fill();
  report("ioctl of a listener", sys::ioctl(setup::tcp_listener().socket, FIONREAD, &count));
  report_poison("count", count);
}
