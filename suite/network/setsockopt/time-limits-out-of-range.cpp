// A time limit whose microseconds make a second or more, or are below 0, is refused with EDOM. The limit stays what it
// was.
// Covers: setsockopt SO_RCVTIMEO, SO_SNDTIMEO, EDOM
// Covers: getsockopt SO_RCVTIMEO, SO_SNDTIMEO
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int option : {SO_RCVTIMEO, SO_SNDTIMEO})
    for (const timeval limit : {timeval{1000, 500000}, timeval{1, 1000000}, timeval{1, -1}}) {
      const Choice name = {abi::sets::socket_option, option};
      report(label("setsockopt ", name, " of ", limit.tv_usec, " us"),
             sys::setsockopt(socket, SOL_SOCKET, option, &limit, sizeof(limit)));
      report(label(name), told<timeval>(socket, SOL_SOCKET, option));
    }
}
