// setsockopt and getsockopt refuse an option that its level does not have with ENOPROTOOPT, at each level.
// Covers: setsockopt ENOPROTOOPT
// Covers: getsockopt ENOPROTOOPT
// REQUIRES: ipv6
#include "wali/test.h"

namespace {

void report_unknown(const char *name, int domain, int type, int level) {
  Fd socket = setup::socket(domain, type);
  Guarded<int> value;
  uint32_t size = sizeof(int);
  const int one = 1;
  report(label("setsockopt, ", name), sys::setsockopt(socket, level, 9999, &one, sizeof(one)));
  report("getsockopt", sys::getsockopt(socket, level, 9999, &value, &size));
  report_poison("value", value);
  report("size", size);
}

} // namespace

void test() {
  report_unknown("SOL_IP", AF_INET, SOCK_DGRAM, SOL_IP);
  report_unknown("SOL_TCP", AF_INET, SOCK_STREAM, SOL_TCP);
  report_unknown("SOL_UDP", AF_INET, SOCK_DGRAM, SOL_UDP);
  report_unknown("SOL_IPV6", AF_INET6, SOCK_DGRAM, SOL_IPV6);
}
