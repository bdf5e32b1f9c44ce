// TCP_SYNCNT, how often connect tries again, is between 1 and 127, although tcp(7) has 255 as the greatest.
// Covers: setsockopt TCP_SYNCNT, EINVAL
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int count : {127, 128, 0, 1, -1}) {
    report(label("TCP_SYNCNT ", count), sys::setsockopt(socket, SOL_TCP, TCP_SYNCNT, &count, sizeof(count)));
    report_option("get it", socket, SOL_TCP, TCP_SYNCNT);
  }
}
