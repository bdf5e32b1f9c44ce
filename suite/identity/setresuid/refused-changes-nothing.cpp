// Where one of the three user ids is refused, none is changed.
// Covers: setresuid EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::require_zero("setresuid", sys::setresuid(1001, 1002, 1003));
  report("setresuid of a good, a bad and a good id", sys::setresuid(1003, 0, 1001));
  report("getuid", sys::getuid());
  report("geteuid", sys::geteuid());
  report("setresuid of the effective id to the saved", sys::setresuid(-1, 1003, -1));
}
