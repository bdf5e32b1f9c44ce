// Data that TCP_CORK holds back is sent after 200 ms.
// Covers: setsockopt TCP_CORK
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::tcp_pair();
  const int on = 1;
  report("setsockopt TCP_CORK", sys::setsockopt(pair.first, SOL_TCP, TCP_CORK, &on, sizeof(on)));
  const timespec begun = setup::now();
  setup::write_all(pair.first, "held back");
  char bytes[16] = {};
  report("recvfrom", sys::recvfrom(pair.second, bytes, sizeof(bytes), 0, nullptr, nullptr));
  report("bytes", Text(bytes));
  report("milliseconds, compared with 150", compared(milliseconds_since(begun), int64_t{150}));
}
