// SIOCATMARK is 1 once everything before the urgent byte has been read, and 0 until then.
// Covers: ioctl SIOCATMARK
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair();
  setup::write_all(tcp.first, "ab");
  setup::send_urgent_byte(tcp.first, tcp.second);
  Guarded<int32_t> at_mark;
  report("SIOCATMARK", sys::ioctl(tcp.second, SIOCATMARK, &at_mark));
  report("at the mark", *at_mark);
  report_walls("walls", at_mark);
  char buffer[8];
  setup::require_count("read", sys::read(tcp.second, buffer, 8), 8);
  report("SIOCATMARK", sys::ioctl(tcp.second, SIOCATMARK, &at_mark));
  report("at the mark", *at_mark);
}
