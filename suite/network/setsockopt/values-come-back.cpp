// getsockopt returns what setsockopt set, numbers and structures, and the size of what it
// stored. It stores no more than it has room for.
// Covers: setsockopt SO_REUSEADDR, SO_LINGER, SO_RCVBUF
// Covers: getsockopt value, length
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const int one = 1, buffer = 65536;
  Guarded<int> value;
  uint32_t size = 4;
  report("SO_REUSEADDR at first", sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, &size));
  report("value", *value);
  report("SO_REUSEADDR", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, 4));
  report("get it", sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, &size));
  report("value", *value);
  report_walls("walls", value);
  report("SO_RCVBUF", sys::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &buffer, 4));
  report("get it", sys::getsockopt(socket, SOL_SOCKET, SO_RCVBUF, &value, &size));
  report("twice what was set", *value);
  const linger ten = {1, 10};
  report("SO_LINGER", sys::setsockopt(socket, SOL_SOCKET, SO_LINGER, &ten, sizeof(ten)));
  Guarded<linger> seen;
  size = 100;
  report("get it", sys::getsockopt(socket, SOL_SOCKET, SO_LINGER, &seen, &size));
  report("size", size);
  report("l_onoff and l_linger", label(seen->l_onoff, " and ", seen->l_linger));
  report_walls("walls", seen);
  value.fill();
  size = 2;
  report("get SO_REUSEADDR into two bytes", sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, &size));
  report("size", size);
  report_poison("behind them", value.bytes().data + 2, 2);
}
