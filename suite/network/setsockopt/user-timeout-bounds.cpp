// TCP_USER_TIMEOUT is 0, which is the system's own, or a number above it, although tcp(7) calls it unsigned.
// Covers: setsockopt TCP_USER_TIMEOUT, EINVAL
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int milliseconds : {0x7fffffff, -1, 1, 0, static_cast<int>(0x80000000)})
    report_set("TCP_USER_TIMEOUT", socket, SOL_TCP, TCP_USER_TIMEOUT, milliseconds);
}
