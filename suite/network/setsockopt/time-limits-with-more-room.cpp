// setsockopt takes the first bytes of a value that is longer than a time limit. getsockopt with room for more stores
// the limit and its size.
// Covers: setsockopt SO_RCVTIMEO, SO_SNDTIMEO
// Covers: getsockopt SO_RCVTIMEO, SO_SNDTIMEO
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int option : {SO_RCVTIMEO, SO_SNDTIMEO}) {
    const Choice name = {abi::sets::socket_option, option};
    const timeval limits[2] = {{2000, 500000}, {1, 0}};
    report(label("setsockopt ", name), sys::setsockopt(socket, SOL_SOCKET, option, limits, 24));
    Guarded<timeval> told;
    uint32_t size = 24;
    report(label("getsockopt ", name), sys::getsockopt(socket, SOL_SOCKET, option, &told, &size));
    report("size", size);
    report("limit", *told);
    report_walls("walls", told);
  }
}
