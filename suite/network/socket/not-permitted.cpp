// Sockets for echo requests are for the groups that the system names, which are none at
// first, not even root's.
// Covers: socket EACCES
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  report("socket", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
  report("with flags", sys::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP));
  report("the lowest descriptor", sys::dup(0));
}
