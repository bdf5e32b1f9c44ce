// IP_TOS from no byte at all is 0. IPV6_TCLASS wants all four bytes, and stays what it was without them.
// Covers: setsockopt IP_TOS, IPV6_TCLASS, EINVAL, length
// REQUIRES: ipv6
#include "suite/network/options.h"

void test() {
  Fd four = setup::socket(AF_INET, SOCK_DGRAM), six = setup::socket(AF_INET6, SOCK_DGRAM);
  const int set = 0x10, other = 0x20;
  setup::set_option(four, SOL_IP, IP_TOS, set);
  setup::set_option(six, SOL_IPV6, IPV6_TCLASS, set);
  report("setsockopt IP_TOS, 0", sys::setsockopt(four, SOL_IP, IP_TOS, &other, 0));
  report_option("getsockopt IP_TOS", four, SOL_IP, IP_TOS);
  for (uint32_t size : {0, 1, 3})
    report(label("setsockopt IPV6_TCLASS, ", size), sys::setsockopt(six, SOL_IPV6, IPV6_TCLASS, &other, size));
  report_option("getsockopt IPV6_TCLASS", six, SOL_IPV6, IPV6_TCLASS);
}
