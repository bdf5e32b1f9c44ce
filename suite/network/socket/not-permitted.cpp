// Only groups in ping_group_range may make a socket for echo requests. In a new network namespace
// that range is empty, and socket fails with EACCES, for root too.
// Covers: socket EACCES
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  report("the lowest descriptor", setup::lowest_free_descriptor());
  report("socket", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
  report("with flags", sys::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
  report("the lowest descriptor", setup::lowest_free_descriptor());
}
