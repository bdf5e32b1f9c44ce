// ifconf has the size at 0 and the address of the entries at 4, each of which has 40 bytes.
// Covers: layouts ifconf, ifreq
// Covers: ioctl layout, SIOCGIFCONF
#include "suite/abi/layouts/raw.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  layouts::Raw<layouts::wide(8, 16)> list;
  layouts::Raw<80> entries;
  list.put<int32_t>(0, 79).put(layouts::wide(4, 8), static_cast<uintptr_t>(uint64_t{entries}));
  report("SIOCGIFCONF with room for one", sys::ioctl(socket, SIOCGIFCONF, list));
  list.report_field<int32_t>("size", 0);
  report("name", entries.string(0));
  entries.report_field<uint16_t>("family", 16);
  report_poison("behind the entry", entries.at(40), 40);
  list.report_walls();
}
