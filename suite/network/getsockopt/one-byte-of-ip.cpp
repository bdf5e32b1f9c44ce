// getsockopt with room for one to three bytes stores an IP option that fits into a byte as one byte, and with room
// for four as an int. The length says which.
// Covers: getsockopt SOL_IP, length
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  struct {
    int option, value;
  } const options[] = {{IP_TTL, 77}, {IP_TOS, 0x10}, {IP_MULTICAST_TTL, 5}, {IP_MULTICAST_LOOP, 1}};
  for (const auto &[option, value] : options) {
    setup::set_option(socket, SOL_IP, option, value);
    for (uint32_t room : {1, 3, 4}) {
      Guarded<int> told;
      uint32_t size = room;
      report(label("getsockopt ", Choice{abi::sets::ip_option, option}, ", ", room),
             sys::getsockopt(socket, SOL_IP, option, &told, &size));
      report("size", size);
      report("first byte", told.bytes(1));
      report("second byte", told.bytes().part(1, 1));
      report_walls("walls", told);
    }
  }
}
