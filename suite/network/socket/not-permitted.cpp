// Sockets for echo requests are only for the groups in ping_group_range. At first that range
// is empty, for root too.
// Covers: socket EACCES
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  report("socket", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
  report("with flags", sys::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
  report("the lowest descriptor", sys::dup(0));
}
