// IP_TTL, IP_TOS, IP_MULTICAST_TTL and IP_MULTICAST_LOOP may be set from one byte. With four bytes the whole number
// counts, and with fewer only one byte.
// Covers: setsockopt IP_TTL, IP_TOS, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, length
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  struct {
    int option;
    int value; // whose second byte counts only with four
  } const options[] = {{IP_TTL, 0x0107}, {IP_TOS, 0x10}, {IP_MULTICAST_TTL, 0x0103}, {IP_MULTICAST_LOOP, 0x0100}};
  for (const auto &[option, value] : options)
    for (uint32_t size : {1, 3, 4}) {
      report(label("setsockopt ", Choice{abi::sets::ip_option, option}, ", ", size),
             sys::setsockopt(socket, SOL_IP, option, &value, size));
      report_option("getsockopt", socket, SOL_IP, option);
    }
}
