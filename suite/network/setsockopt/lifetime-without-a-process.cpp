// TCP_LINGER2 takes up to 120 seconds. A larger number is cut to 120, 0 is the system's own value, and every negative
// number is -1, for no time at all.
// Covers: setsockopt TCP_LINGER2
// REQUIRES: namespaces
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int seconds : {1, 120, 121, 0x7fffffff, -1, -5, 0})
    report_set("TCP_LINGER2", socket, SOL_TCP, TCP_LINGER2, seconds);
}
