// ifreq has 40 bytes, with the name at 0 and what is asked for at 16: a number of 4 bytes or an
// address. Nothing is written behind it.
// Covers: layouts ifreq
// Covers: ioctl layout, SIOCGIFINDEX, SIOCGIFNAME, SIOCGIFADDR
#include "suite/abi/layouts/raw.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  auto request = layouts::Raw<40>::zeros();
  __builtin_memcpy(request.at(0), "lo", 2);
  report("SIOCGIFINDEX", sys::ioctl(socket, SIOCGIFINDEX, request));
  request.report_field<int32_t>("index", 16);
  report("SIOCGIFADDR", sys::ioctl(socket, SIOCGIFADDR, request));
  report("address", request.bytes(16, 8));
  request.put<int32_t>(16, 1);
  __builtin_memset(request.at(0), 'x', 16);
  report("SIOCGIFNAME", sys::ioctl(socket, SIOCGIFNAME, request));
  report("name", request.string(0));
  request.report_field<int32_t>("index", 16);
  request.report_walls();
}
