// A socket for echo requests is only for the groups in ping_group_range. In a new network
// namespace that range is empty, and socket fails with EACCES, for root too.
// Covers: socket EACCES
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  report("socket", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
  report("with flags", sys::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
  report("the lowest descriptor", sys::dup(0));
}
