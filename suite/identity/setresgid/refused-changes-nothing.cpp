// Where one of the three group ids is refused, none is changed.
// Covers: setresgid EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::require_zero("setresgid", sys::setresgid(1001, 1002, 1003));
  setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
  report("setresgid of a good, a bad and a good id", sys::setresgid(1003, 0, 1001));
  report("getgid", sys::getgid());
  report("getegid", sys::getegid());
  report("setresgid of the effective id to the saved", sys::setresgid(-1, 1003, -1));
}
