// A new socket has low-water marks of one byte, no time limits, and peeks at the front.
// Covers: getsockopt SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO, SO_PEEK_OFF
#include "suite/network/options.h"

void test() {
  for (int domain : {AF_UNIX, AF_INET}) {
    report("domain", Choice{abi::sets::address_family, domain});
    Fd socket = setup::socket(domain, SOCK_DGRAM);
    report_option("SO_RCVLOWAT", socket, SOL_SOCKET, SO_RCVLOWAT);
    report_option("SO_SNDLOWAT", socket, SOL_SOCKET, SO_SNDLOWAT);
    report_option("SO_PEEK_OFF", socket, SOL_SOCKET, SO_PEEK_OFF);
    for (int option : {SO_RCVTIMEO, SO_SNDTIMEO}) {
      Guarded<timeval> limit;
      uint32_t size = sizeof(timeval);
      report(label(Choice{abi::sets::socket_option, option}),
             sys::getsockopt(socket, SOL_SOCKET, option, &limit, &size));
      report("limit", *limit);
      report("size", size);
    }
  }
}
