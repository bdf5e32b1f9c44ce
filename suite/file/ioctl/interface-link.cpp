// SIOCETHTOOL reads and writes the command that its structure points to.
// Covers: ioctl SIOCETHTOOL, nested pointer
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);

  struct Value {
    uint32_t command, data;
  };
  Guarded<Value> value;
  value->command = 0xa; // ETHTOOL_GLINK
  ifreq lo = {};
  __builtin_memcpy(lo.ifr_name, "lo", 2);
  lo.ifr_data = &value;
  report("SIOCETHTOOL", sys::ioctl(socket, SIOCETHTOOL, &lo));
  report_walls("walls", value);
  report("command", value->command);
  report("link", value->data);
  lo.ifr_data = setup::bad_address();
  report("SIOCETHTOOL with a bad pointer", sys::ioctl(socket, SIOCETHTOOL, &lo));
}
