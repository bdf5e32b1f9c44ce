// When /proc/self/setgroups is "deny", not even root of the user namespace may set groups, and the groups stay as
// they are.
// Covers: setgroups EPERM
// REQUIRES: ns-root
#include "wali/test.h"

void test() {
  report("in /proc", setup::read_file("/proc/self/setgroups"));
  report("getgroups", sys::getgroups(0, nullptr));
  const uint32_t groups[] = {0};
  report("setgroups", sys::setgroups(1, groups));
  report("setgroups of none", sys::setgroups(0, nullptr));
  report("setgroups of 65537", sys::setgroups(65537, groups));
  report("getgroups afterwards", sys::getgroups(0, nullptr));
}
