// Where /proc/self/setgroups says "deny", not even root of the user namespace sets
// groups, and those that there are stay.
// Covers: setgroups EPERM
// REQUIRES: ns-root
#include "wali/test.h"

void test() {
  report("in /proc", setup::read_file("/proc/self/setgroups"));
  const int64_t before = sys::getgroups(0, nullptr).value;
  const uint32_t groups[] = {0};
  report("setgroups", sys::setgroups(1, groups));
  report("setgroups of none", sys::setgroups(0, nullptr));
  report("setgroups of 65537", sys::setgroups(65537, groups));
  report("groups against before", compared(sys::getgroups(0, nullptr).value, before));
}
