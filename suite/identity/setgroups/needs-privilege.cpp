// Only a privileged process may set its groups.
// Covers: setgroups EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  const uint32_t groups[] = {5};
  report("setgroups", sys::setgroups(1, groups));
  report("setgroups of none", sys::setgroups(0, nullptr));
}
