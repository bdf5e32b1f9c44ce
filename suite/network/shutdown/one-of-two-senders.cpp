// SHUT_WR of one local socket that sends to a receiver leaves the others that send to it alone.
// Covers: shutdown SOCK_DGRAM, SHUT_WR
// Covers: sendto EPIPE
#include "suite/network/addresses.h"

void test() {
  const Local address = path("receiver");
  Fd receiver = local_socket(SOCK_DGRAM, address), shut = local_caller(SOCK_DGRAM, address),
     other = local_caller(SOCK_DGRAM, address);
  setup::write_all(shut, "before");
  report("shutdown", sys::shutdown(shut, SHUT_WR));
  report("sendto of the one that is shut", sys::sendto(shut, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("sendto of the other", sys::sendto(other, "other", 5, 0, nullptr, 0));
  report_arrival("recvfrom", receiver);
  report_arrival("recvfrom", receiver);
}
