// TCP_DEFER_ACCEPT is kept as a number of attempts, which take 1, 3, 7, 15, … seconds together, and rounds up to the
// next of these. A negative number is 0.
// Covers: setsockopt TCP_DEFER_ACCEPT
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int seconds : {1, 2, 3, 4, 15, 0, 7, -1})
    report_set("TCP_DEFER_ACCEPT", socket, SOL_TCP, TCP_DEFER_ACCEPT, seconds);
}
