// SO_DEBUG can be set with privilege only, and cleared without.
// Covers: setsockopt SO_DEBUG, EACCES
// REQUIRES: root, net-admin
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const int on = 1, off = 0;
  report("root sets it", sys::setsockopt(socket, SOL_SOCKET, SO_DEBUG, &on, sizeof(on)));
  setup::become_ordinary();
  report("another sets it", sys::setsockopt(socket, SOL_SOCKET, SO_DEBUG, &on, sizeof(on)));
  report_option("get it", socket, SOL_SOCKET, SO_DEBUG);
  report("another clears it", sys::setsockopt(socket, SOL_SOCKET, SO_DEBUG, &off, sizeof(off)));
  report_option("get it", socket, SOL_SOCKET, SO_DEBUG);
}
