// Any process can set SO_PRIORITY to 0 to 6. Other values need privilege.
// Covers: setsockopt SO_PRIORITY, EPERM
// REQUIRES: root, net-admin
#include "suite/network/options.h"

namespace {

void set_priorities(int socket) {
  for (int priority : {-1, 0, 6, 7}) {
    report(label("SO_PRIORITY ", priority),
           sys::setsockopt(socket, SOL_SOCKET, SO_PRIORITY, &priority, sizeof(priority)));
    report_option("get it", socket, SOL_SOCKET, SO_PRIORITY);
  }
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report("who", "root");
  set_priorities(socket);
  setup::become_ordinary();
  report("who", "another");
  set_priorities(socket);
}
