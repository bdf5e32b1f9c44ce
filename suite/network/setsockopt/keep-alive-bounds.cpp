// TCP_KEEPIDLE and TCP_KEEPINTVL are between 1 and 32767 seconds, TCP_KEEPCNT is between 1 and 127. What is refused
// leaves the value alone.
// Covers: setsockopt TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, EINVAL
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int seconds : {32767, 32768, 1, 0, -1}) {
    report_set("TCP_KEEPIDLE", socket, SOL_TCP, TCP_KEEPIDLE, seconds);
    report_set("TCP_KEEPINTVL", socket, SOL_TCP, TCP_KEEPINTVL, seconds);
  }
  for (int count : {127, 128, 1, 0, -1})
    report_set("TCP_KEEPCNT", socket, SOL_TCP, TCP_KEEPCNT, count);
}
