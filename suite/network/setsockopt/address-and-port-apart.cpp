// SO_REUSEADDR and SO_REUSEPORT are two options. getsockopt returns each as it was set, whatever the other is.
// Covers: setsockopt SO_REUSEADDR, SO_REUSEPORT
// Covers: getsockopt SO_REUSEADDR, SO_REUSEPORT
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  struct {
    int option, value;
  } const steps[] = {{SO_REUSEADDR, 1}, {SO_REUSEPORT, 1}, {SO_REUSEADDR, 0}, {SO_REUSEPORT, 0}};
  for (const auto &[option, value] : steps) {
    report(label("setsockopt ", Choice{abi::sets::socket_option, option}, " of ", value),
           sys::setsockopt(socket, SOL_SOCKET, option, &value, sizeof(value)));
    report_option("getsockopt SO_REUSEADDR", socket, SOL_SOCKET, SO_REUSEADDR);
    report_option("getsockopt SO_REUSEPORT", socket, SOL_SOCKET, SO_REUSEPORT);
  }
}
